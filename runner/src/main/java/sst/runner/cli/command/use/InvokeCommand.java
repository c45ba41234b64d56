package sst.runner.cli.command.use;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sst.model.diagnostic.Code;
import sst.runner.action.function.InvokeAction;
import sst.runner.aws.FunctionPort.Invocation;
import sst.runner.cli.session.SstCommand;
import sst.runner.failure.ExitCode;
import sst.runner.failure.Problems;
import sst.runner.ui.Result;

/** {@code sst invoke}. */
@Command(name = "invoke", description = "Call a deployed function and show its answer.")
public final class InvokeCommand extends SstCommand {
    @Parameters(index = "0", paramLabel = "FN", description = "construct, logical id or name of the function")
    String function = "";

    @Parameters(
            index = "1",
            paramLabel = "EVENT",
            arity = "0..1",
            description = "the event as JSON, or @FILE; {} if not given")
    String event = "{}";

    @Override
    public Integer call() throws IOException {
        Invocation answer = new InvokeAction(session().context(), session().constructNames())
                .invoke(session().app().identityAlone(), function, payload());
        answer.log().lines().forEach(session().ui()::say);
        session().ui().result(Result.of(List.of(answer.payload()), json(answer)));
        if (answer.error() != null) {
            session().ui().warn("the function failed (" + answer.error() + ")");
            return ExitCode.FAILED.code();
        }
        return ExitCode.OK.code();
    }

    private String payload() throws IOException {
        String text = event.startsWith("@") ? Files.readString(Path.of(event.substring(1))) : event;
        try {
            return new JsonMapper().readTree(text).toString();
        } catch (JsonProcessingException e) {
            throw Problems.of(Code.USAGE, "the event is not JSON: " + e.getOriginalMessage())
                    .asError();
        }
    }

    private static ObjectNode json(Invocation answer) {
        return new JsonMapper()
                .createObjectNode()
                .put("status", answer.status())
                .put("error", answer.error())
                .put("payload", answer.payload())
                .put("log", answer.log());
    }
}
