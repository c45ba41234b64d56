package sst.runner.failure;

/** The process exit codes that scripts may rely on. */
public enum ExitCode {
    OK(0),
    FAILED(1),
    USAGE(2),
    NO_CREDENTIALS(4),
    BLOCKED(5),
    LOCKED(6),
    CHANGES(10),
    DESTRUCTIVE_CHANGES(11),
    BUG(70),
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number that the shell sees. */
    public int code() {
        return code;
    }
}
