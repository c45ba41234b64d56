package sst.runner.deploy.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one stack.
 *
 * @param label the config's name of the stack
 * @param outputs the stack's outputs where it stands, else empty
 * @param cause why it failed; null unless it did
 */
public record StackOutcome(
        String stack, String label, Verdict verdict, Map<String, String> outputs, @Nullable FailureCause cause) {
    public StackOutcome {
        outputs = Map.copyOf(outputs);
    }

    /** The ways a stack can end in a run. */
    public enum Verdict {
        DEPLOYED,
        UNCHANGED,
        REMOVED,
        /** Its functions were changed around CloudFormation. */
        HOTSWAPPED,
        /** A failed change was taken back. */
        ROLLED_BACK,
        FAILED,
        /** A stack that it needs, or that needs it on removal, failed. */
        SKIPPED,
        /** The run was stopped, or its credentials expired (then there is a cause); CloudFormation goes on alone. */
        DETACHED,
        /** The run was stopped before this stack was started. */
        NOT_STARTED
    }

    /** Whether the stack is as it should be. */
    public boolean isGood() {
        return verdict == Verdict.HOTSWAPPED
                || verdict == Verdict.DEPLOYED
                || verdict == Verdict.UNCHANGED
                || verdict == Verdict.REMOVED
                || verdict == Verdict.ROLLED_BACK;
    }
}
