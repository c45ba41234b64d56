package sst.local.cfn.stack;

/**
 * How a stack behaves, apart from what is in it.
 *
 * @param isProtected whether deletion is refused
 * @param onFailure what follows a creation that failed
 * @param disableRollback whether a failed operation is left as it is
 * @param policy the stack policy as JSON; empty when there is none
 * @param timeoutMinutes as the caller gave it; 0 for none; recorded, not enforced
 * @param parentArn the stack that this one is nested in; empty for a stack of its own
 */
public record StackOptions(
        boolean isProtected,
        OnFailure onFailure,
        boolean disableRollback,
        String policy,
        int timeoutMinutes,
        String parentArn) {
    /** What follows a creation that failed. */
    public enum OnFailure {
        DO_NOTHING,
        ROLLBACK,
        DELETE
    }

    /** The options of a stack that was made without any. */
    public static StackOptions usual() {
        return new StackOptions(false, OnFailure.ROLLBACK, false, "", 0, "");
    }

    /** The same with another termination protection. */
    public StackOptions withProtection(boolean wanted) {
        return new StackOptions(wanted, onFailure, disableRollback, policy, timeoutMinutes, parentArn);
    }

    /** The same with another stack policy. */
    public StackOptions withPolicy(String wanted) {
        return new StackOptions(isProtected, onFailure, disableRollback, wanted, timeoutMinutes, parentArn);
    }

    /** The same with another answer to failures. */
    public StackOptions withFailure(OnFailure wanted, boolean withoutRollback) {
        return new StackOptions(isProtected, wanted, withoutRollback, policy, timeoutMinutes, parentArn);
    }
}
