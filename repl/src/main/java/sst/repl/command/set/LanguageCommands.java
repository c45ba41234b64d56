package sst.repl.command.set;

import java.util.List;
import sst.repl.command.Command;
import sst.repl.command.Command.Takes;
import sst.repl.command.Desk;
import sst.repl.lang.Languages;

/** What language lines are in. */
public final class LanguageCommands implements Command.Group {
    private final Desk desk;
    private final Languages languages;

    public LanguageCommands(Desk desk, Languages languages) {
        this.desk = desk;
        this.languages = languages;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("java", "", "take the next lines in Java", Takes.NOTHING, arguments -> choose("java")),
                new Command(
                        "groovy", "", "take the next lines in Groovy", Takes.NOTHING, arguments -> choose("groovy")));
    }

    private void choose(String name) {
        languages.choose(name);
        desk.ui().say("lines are " + (languages.isUsual() ? "Groovy" : "Java; /groovy goes back"));
    }
}
