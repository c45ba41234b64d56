package sst.runner.cli.command.use;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sst.model.diagnostic.Code;
import sst.runner.action.script.ShellAction;
import sst.runner.action.script.StageAccess;
import sst.runner.action.session.Context;
import sst.runner.cli.session.Interrupts;
import sst.runner.cli.session.SstCommand;
import sst.runner.failure.Problems;

/** {@code sst shell}. */
@Command(
        name = "shell",
        aliases = {"bind", "env"},
        description = "Run a program with the stage's resources in its environment; without one, your shell.",
        footer = {"", "Everything from CMD on is the program's, untouched."})
public final class ShellCommand extends SstCommand {
    /** As a shell tells it of a program that it does not find. */
    private static final int NOT_FOUND = 127;

    @Parameters(paramLabel = "CMD", arity = "0..*", description = "the program and its arguments")
    List<String> command = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        Context context = session().context();
        ShellAction shell = new ShellAction(context);
        StageAccess stage = StageAccess.open(context, session().app().identityAlone(), session()::constructNames);
        Map<String, String> environment = shell.environment(stage);
        List<String> program =
                command.isEmpty() ? List.of(context.env().getOrDefault("SHELL", "/bin/sh")) : List.copyOf(command);
        // Ctrl-C is the program's: a shell or a database client does not end by it.
        Interrupts.onInterrupt(() -> {}, () -> {});
        try {
            return shell.run(program, environment, session().workingDirectory());
        } catch (IOException e) {
            session()
                    .ui()
                    .failure(Problems.of(Code.USAGE, "cannot start '" + program.get(0) + "': " + e.getMessage())
                            .hint("name a program of your PATH")
                            .asError());
            return NOT_FOUND;
        }
    }
}
