package sst.model.diagnostic;

/** What may cross the border between the product and its command line; each kind has its exit code. */
public abstract sealed class SstException extends RuntimeException permits UserError, Aborted, CloudError, Bug {
    private final int exitCode;

    SstException(String message, int exitCode, @org.jspecify.annotations.Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** The process's exit code. */
    public int exitCode() {
        return exitCode;
    }

    /** The text; never null. */
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
