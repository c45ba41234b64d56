package sst.runner.cli.command.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sst.model.diagnostic.Aborted;
import sst.model.diagnostic.Code;
import sst.runner.cli.session.SstCommand;
import sst.runner.cloud.CloudStatus;
import sst.runner.cloud.LocalCloud;
import sst.runner.failure.ExitCode;
import sst.runner.failure.Problems;
import sst.runner.ui.Result;
import sst.runner.view.CloudView;

/** {@code sst local}: the local cloud of the project. */
@Command(
        name = "local",
        description = "Start, stop, look at or empty the local cloud of this project; logs shows what it wrote.")
public final class LocalCommand extends SstCommand {
    private static final int LINES = 200;

    @Parameters(paramLabel = "start|stop|status|logs|reset", description = "what to do")
    String verb = "";

    @Option(names = "--port", paramLabel = "PORT", description = "the port to listen on; 0 for any free one")
    @Nullable
    Integer port;

    @Override
    public Integer call() {
        LocalCloud cloud = session().context().localCloud();
        switch (verb) {
            case "start" -> show(Optional.of(cloud.start(port)));
            case "stop" -> {
                boolean stopped = cloud.stop();
                session().ui().say(stopped ? "the local cloud is stopped" : "the local cloud was not running");
                showJson(Optional.empty());
            }
            case "status" -> show(cloud.status());
            case "logs" -> logs(cloud.log(LINES));
            case "reset" -> reset(cloud);
            default ->
                throw Problems.of(Code.USAGE, "'" + verb + "' is nothing that can be done with the local cloud")
                        .hint("give start, stop, status, logs or reset")
                        .asError();
        }
        return ExitCode.OK.code();
    }

    private void logs(List<String> lines) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        lines.forEach(json.putArray("lines")::add);
        session().ui().result(Result.of(lines, json));
    }

    private void reset(LocalCloud cloud) {
        if (!session().agreesToAll()) {
            if (!session().ui().canAsk()) {
                throw Problems.of(Code.USAGE, "emptying the local cloud needs a decision and nobody can be asked")
                        .hint("pass --yes to agree to this")
                        .asError();
            }
            String answer = session().ui().ask("Delete everything in the local cloud of this project? [y/N]");
            if (!answer.equalsIgnoreCase("y")) {
                throw new Aborted("nothing was deleted");
            }
        }
        cloud.reset();
        session().ui().say("the local cloud is empty");
        showJson(Optional.empty());
    }

    private void show(Optional<CloudStatus> status) {
        session().ui().result(CloudView.of(status));
    }

    private void showJson(Optional<CloudStatus> status) {
        session().ui().result(new Result(List.of(), CloudView.of(status).json()));
    }
}
