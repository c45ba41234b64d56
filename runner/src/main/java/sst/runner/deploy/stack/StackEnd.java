package sst.runner.deploy.stack;

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

    static StackOutcome failed(StackTask task, StackWatch watch, StackState state, StackWatch.Origins origins) {
        StackEvent first = watch.firstFailure();
        if (first == null || first.isAbout(state.arn())) {
            String reason = first == null || first.reason().isEmpty() ? state.reason() : first.reason();
            return failed(task, reason.isEmpty() ? "ended in " + state.status() : reason);
        }
        Origin origin = origins.of(first.logicalId(), first.type());
        return failed(task, first.logicalId(), origin, first.reason());
    }

    static StackOutcome failed(StackTask task, String reason) {
        return failed(task, "", new Origin(task.label(), "stack", null), reason);
    }

    private static StackOutcome failed(StackTask task, String logicalId, Origin origin, String reason) {
        @Nullable String hint = Hints.against(reason);
        FailureCause cause = new FailureCause(logicalId, origin, reason, hint);
        return new StackOutcome(task.stack(), task.label(), Verdict.FAILED, Map.of(), cause);
    }
}
