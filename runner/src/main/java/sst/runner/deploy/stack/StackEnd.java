package sst.runner.deploy.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sst.runner.assembly.Origin;
import sst.runner.aws.stack.StackEvent;
import sst.runner.aws.stack.StackState;
import sst.runner.deploy.event.FailureCause;
import sst.runner.deploy.event.StackOutcome;
import sst.runner.deploy.event.StackOutcome.Verdict;

/** Words an outcome from a stack's last state and what was seen on the way. */
public final class StackEnd {
    private StackEnd() {}

    /** Outputs that people look at: without the exports that the CDK makes between stacks. */
    public static Map<String, String> outputs(StackState state) {
        Map<String, String> outputs = new TreeMap<>();
        state.outputs().forEach(output -> {
            if (!output.key().startsWith("ExportsOutput") && !output.key().equals("SSTMetadata")) {
                outputs.put(output.key(), output.value());
            }
        });
        return outputs;
    }

    static StackOutcome good(StackTask task, Verdict verdict, StackState state) {
        return new StackOutcome(task.stack(), task.label(), verdict, outputs(state), null);
    }

    static StackOutcome failed(StackTask task, StackWatch watch, StackState state, Sources sources) {
        StackEvent first = watch.firstFailure();
        if (first == null || first.isAbout(state.arn())) {
            String reason = first == null || first.reason().isEmpty() ? state.reason() : first.reason();
            String told = reason.isEmpty() ? "ended in " + state.status() : reason;
            return failed(task, told, hint(told, state));
        }
        Origin origin = sources.origins().of(first.logicalId(), first.type());
        @Nullable String hint = hint(first.reason(), state);
        List<String> log = sources.logs().behind(first);
        return failed(task, new FailureCause(first.logicalId(), origin, first.reason(), hint, log));
    }

    static StackOutcome failed(StackTask task, String reason) {
        return failed(task, reason, Hints.against(reason));
    }

    private static StackOutcome failed(StackTask task, String reason, @Nullable String hint) {
        return failed(task, new FailureCause("", new Origin(task.label(), "stack", null), reason, hint));
    }

    private static @Nullable String hint(String reason, StackState state) {
        String known = Hints.against(reason);
        return known == null && state.status().isPaused()
                ? "it stays as it failed: sst deploy --no-rollback goes on from there, sst rollback takes it back"
                : known;
    }

    /**
     * Where more can be learned about a failed resource.
     *
     * @param origins the constructs behind resources
     * @param logs the functions behind custom resources
     */
    record Sources(StackWatch.Origins origins, FunctionLogs logs) {
        /** Of a stack of which only CloudFormation knows. */
        static Sources bare(StackSite site, StackState stack) {
            return new Sources(
                    (logicalId, type) -> new Origin(logicalId, type, null),
                    new FunctionLogs(site, stack.arn(), () -> read(site, stack)));
        }

        private static JsonNode read(StackSite site, StackState stack) {
            try {
                return new JsonMapper().readTree(site.cloudFormation().template(stack.arn()));
            } catch (JsonProcessingException yaml) {
                // Somebody else's template: then the functions behind its custom resources are not looked for.
                return MissingNode.getInstance();
            }
        }
    }

    private static StackOutcome failed(StackTask task, FailureCause cause) {
        return new StackOutcome(task.stack(), task.label(), Verdict.FAILED, Map.of(), cause);
    }
}
