package sst.model.schema.written;

/** A value that does not fit its prop; {@code Block} adds which prop of what, and where. */
public final class Mismatch extends RuntimeException {
    private final String hint;

    /**
     * @param reason lower case, names the wrong value
     * @param hint an imperative, or empty
     */
    public Mismatch(String reason, String hint) {
        super(reason);
        this.hint = hint;
    }

    /** Why the value does not fit. */
    public String reason() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** What to write instead; may be empty. */
    public String hint() {
        return hint;
    }
}
