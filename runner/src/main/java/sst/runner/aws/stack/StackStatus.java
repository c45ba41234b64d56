package sst.runner.aws.stack;

/**
 * A CloudFormation status by name, of stacks and resources alike, with what the names mean
 * (docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html).
 *
 * @param name such as {@code UPDATE_ROLLBACK_COMPLETE}
 */
public record StackStatus(String name) {
    public boolean is(String other) {
        return name.equals(other);
    }

    /** Something is going on; every other status is an end. */
    public boolean isInProgress() {
        return name.endsWith("_IN_PROGRESS") && !isReview();
    }

    /** A change set was made for a stack that does not exist yet. */
    public boolean isReview() {
        return name.equals("REVIEW_IN_PROGRESS");
    }

    /** A failed creation left only a shell, which can be deleted but never updated. */
    public boolean isDeadShell() {
        return name.equals("ROLLBACK_COMPLETE") || name.equals("ROLLBACK_FAILED");
    }

    /** A change failed and, as asked, was not rolled back: it waits to be tried again or rolled back. */
    public boolean isPaused() {
        return name.equals("CREATE_FAILED") || name.equals("UPDATE_FAILED");
    }

    /** The last change was taken over. */
    public boolean isGood() {
        return name.equals("CREATE_COMPLETE") || name.equals("UPDATE_COMPLETE") || name.equals("IMPORT_COMPLETE");
    }

    /** The stack is going or gone. */
    public boolean isDeletion() {
        return name.startsWith("DELETE_");
    }

    public boolean isFailed() {
        return name.endsWith("_FAILED");
    }

    /** An update may start from here. */
    public boolean isUpdatable() {
        return isGood() || name.equals("UPDATE_ROLLBACK_COMPLETE") || name.equals("IMPORT_ROLLBACK_COMPLETE");
    }

    /** CloudFormation compares what is there with what was deployed; in other states it refuses to. */
    public boolean isDriftDetectable() {
        return isGood() || name.equals("UPDATE_ROLLBACK_COMPLETE") || name.equals("UPDATE_ROLLBACK_FAILED");
    }

    /** A change is being or was taken back. */
    public boolean isRollback() {
        return name.contains("ROLLBACK");
    }

    @Override
    public String toString() {
        return name;
    }
}
