package sst.repl.command.set;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import sst.model.diagnostic.Code;
import sst.repl.command.Arguments;
import sst.repl.command.Command;
import sst.repl.command.Command.Takes;
import sst.repl.command.Desk;
import sst.repl.lang.Language;
import sst.runner.failure.Problems;

/** Looking at something again and again. */
public final class WatchCommands implements Command.Group {
    private final Desk desk;
    private final Supplier<Language> language;

    public WatchCommands(Desk desk, Supplier<Language> language) {
        this.desk = desk;
        this.language = language;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command(
                "watch",
                "SECONDS LINE",
                "run a line again and again and show its value, until Ctrl-C",
                Takes.NOTHING,
                this::watch));
    }

    private void watch(Arguments arguments) throws Exception {
        List<String> words = arguments.words();
        if (words.size() < 2
                || !words.get(0).matches("\\d{1,5}")
                || words.get(0).matches("0+")) {
            throw Problems.of(Code.USAGE, "/watch takes a number of seconds and a line")
                    .hint("for example /watch 5 api.create.invoke()")
                    .asError();
        }
        Duration pause = Duration.ofSeconds(Integer.parseInt(words.get(0)));
        String line = arguments.text().replaceFirst("^\\S+\\s+", "");
        while (!desk.isStopped()) {
            desk.ui().result(desk.values().result(language.get().run(line).value()));
            if (!desk.isStopped()) {
                desk.context().pace().pause(pause);
            }
        }
    }
}
