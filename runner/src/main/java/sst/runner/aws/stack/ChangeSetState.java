package sst.runner.aws.stack;

import java.time.Instant;

/**
 * A change set's progress.
 *
 * @param status {@code CREATE_COMPLETE}, {@code FAILED} …
 * @param created by AWS's clock, so that events of its execution can be told from older ones
 */
public record ChangeSetState(String status, String reason, Instant created) {
    public boolean isReady() {
        return status.equals("CREATE_COMPLETE");
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
