package sst.repl.lang;

/** What {@code System.exit} becomes in a line: the line ends, the session does not. */
public final class ExitRequest extends RuntimeException {
    private final int status;

    public ExitRequest(int status) {
        super("the line asked to exit with " + status, null, false, false);
        this.status = status;
    }

    /** The status that was asked for. */
    public int status() {
        return status;
    }

    /** Called in place of {@code System.exit}. */
    @SuppressWarnings("DoNotCallSuggester") // Compiled lines call it.
    public static Object exit(int status) {
        throw new ExitRequest(status);
    }
}
