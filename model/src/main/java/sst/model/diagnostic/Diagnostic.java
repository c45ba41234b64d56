package sst.model.diagnostic;

/**
 * One thing to tell the user.
 *
 * @param severity how much it matters
 * @param code what kind it is
 * @param summary lower case, no full stop, names the wrong value
 * @param detail further lines, such as a compiler's text; may be empty
 * @param at where the user wrote it
 * @param hint what to write instead, as an imperative; may be empty
 * @param subject the word in the line that the caret points at; may be empty
 */
public record Diagnostic(
        Severity severity, Code code, String summary, String detail, SourceRef at, String hint, String subject) {

    /** An error at the user's line that called in. */
    public static Diagnostic error(Code code, String summary) {
        return new Diagnostic(Severity.ERROR, code, summary, "", SourceRef.ofCaller(), "", "");
    }

    /** A warning at the user's line that called in. */
    public static Diagnostic warning(Code code, String summary) {
        return new Diagnostic(Severity.WARNING, code, summary, "", SourceRef.ofCaller(), "", "");
    }

    /** The same at another place. */
    public Diagnostic at(SourceRef place) {
        return new Diagnostic(severity, code, summary, detail, place, hint, subject);
    }

    /** The same with a hint. */
    public Diagnostic hint(String text) {
        return new Diagnostic(severity, code, summary, detail, at, text, subject);
    }

    /** The same with further lines. */
    public Diagnostic detail(String text) {
        return new Diagnostic(severity, code, summary, text, at, hint, subject);
    }

    /** The same, pointing at a word of the line. */
    public Diagnostic subject(String word) {
        return new Diagnostic(severity, code, summary, detail, at, hint, word);
    }

    /** Whether the run cannot go on. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** This diagnostic as an exception, for the border between stages. */
    public UserError asError() {
        return new UserError(this);
    }

    /** {@code file:line  error SST1103  summary}, for logs and tests; terminals draw it with source and caret. */
    @Override
    public String toString() {
        String place = at.isKnown() ? at + "  " : "";
        String tail = hint.isEmpty() ? "" : "\nhint: " + hint;
        return place + severity.name().toLowerCase(java.util.Locale.ROOT) + " " + code.number() + "  " + summary + tail;
    }
}
