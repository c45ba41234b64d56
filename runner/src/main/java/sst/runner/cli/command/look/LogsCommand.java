package sst.runner.cli.command.look;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sst.runner.action.function.LogsAction;
import sst.runner.action.function.LogsAction.Request;
import sst.runner.cli.session.SstCommand;
import sst.runner.failure.ExitCode;
import sst.runner.ui.Result;

/** {@code sst logs}. */
@Command(name = "logs", description = "Show the logs of deployed functions.")
public final class LogsCommand extends SstCommand {
    @Parameters(
            paramLabel = "FN",
            arity = "0..1",
            description = "a function's construct, logical id or name, or a construct with functions; all if not given")
    String function = "";

    @Option(
            names = {"-f", "--follow"},
            description = "stay and show new lines until Ctrl-C")
    boolean follow;

    @Option(names = "--since", paramLabel = "MINUTES", description = "how far back; 60 if not given")
    int since = 60;

    @Override
    public Integer call() throws InterruptedException {
        Request request = new Request(function, Duration.ofMinutes(since), follow);
        new LogsAction(session().context(), session().constructNames())
                .logs(session().app().identityAlone(), request, this::show);
        return ExitCode.OK.code();
    }

    private void show(LogsAction.Line line) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("at", line.at().toString())
                .put("function", line.function())
                .put("text", line.text());
        session().ui().result(Result.of(List.of(line.shown()), json));
    }
}
