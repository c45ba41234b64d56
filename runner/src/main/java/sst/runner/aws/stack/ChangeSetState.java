package sst.runner.aws.stack;

import java.time.Instant;

/**
 * A change set's progress.
 *
 * @param execution whether it may be executed, is, or was: {@code AVAILABLE}, {@code EXECUTE_IN_PROGRESS} …
 * @param status {@code CREATE_COMPLETE}, {@code FAILED} …
 * @param created by AWS's clock, so that events of its execution can be told from older ones
 */
public record ChangeSetState(String status, String reason, String execution, Instant created) {
    public boolean isReady() {
        return status.equals("CREATE_COMPLETE");
    }

    /** Whether it was handed over for execution, by whomever. */
    public boolean isExecuted() {
        return execution.startsWith("EXECUTE_");
    }

    public boolean isFailed() {
        return status.equals("FAILED");
    }

    /** AWS reports "nothing to do" as a failure with one of these texts. */
    public boolean isEmpty() {
        return isFailed()
                && (reason.contains("didn't contain changes") || reason.contains("No updates are to be performed"));
    }
}
