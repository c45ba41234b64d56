package sst.repl.dependency;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import sst.model.diagnostic.Code;
import sst.repl.command.Arguments;
import sst.repl.command.Command;
import sst.repl.command.Command.Takes;
import sst.repl.command.Desk;
import sst.runner.failure.Problems;

/** {@code /dep}. */
public final class DependencyCommands implements Command.Group {
    private final Desk desk;
    private final PromptJars jars;
    private final Consumer<List<Path>> languages;

    /** @param languages takes the jars in, for the lines to come */
    public DependencyCommands(Desk desk, PromptJars jars, Consumer<List<Path>> languages) {
        this.desk = desk;
        this.jars = jars;
        this.languages = languages;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command(
                "dep",
                "GROUP:ARTIFACT:VERSION…",
                "take jars in, from Maven's repositories",
                Takes.DEPENDENCIES,
                this::take));
    }

    private void take(Arguments arguments) {
        if (arguments.names().isEmpty()) {
            throw Problems.of(Code.USAGE, "/dep takes coordinates")
                    .hint("for example /dep org.apache.commons:commons-csv:1.14.1")
                    .asError();
        }
        List<Path> found = jars.of(arguments.names());
        languages.accept(found);
        desk.show(found.stream().map(each -> "+ " + each.getFileName()).toList());
    }
}
