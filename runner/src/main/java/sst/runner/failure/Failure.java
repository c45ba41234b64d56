package sst.runner.failure;

import org.jspecify.annotations.Nullable;

/** Why a command cannot go on, in words for its user, with the exit code that follows from it. */
public final class Failure extends RuntimeException {
    private final ExitCode exit;
    private final String summary;
    private final @Nullable String where;
    private final @Nullable String hint;

    private Failure(ExitCode exit, String summary, @Nullable String where, @Nullable String hint) {
        super(summary);
        this.exit = exit;
        this.summary = summary;
        this.where = where;
        this.hint = hint;
    }

    /**
     * A failure without place or hint.
     *
     * @param summary one lower-case sentence that names the wrong value
     */
    public static Failure of(ExitCode exit, String summary) {
        return new Failure(exit, summary, null, null);
    }

    /** The user did something that cannot work; exit 1. */
    public static Failure user(String summary) {
        return of(ExitCode.FAILED, summary);
    }

    /** The command line itself is wrong; exit 2. */
    public static Failure usage(String summary) {
        return of(ExitCode.USAGE, summary);
    }

    /** The same failure, with the file and line or the JSON path it comes from. */
    public Failure at(@Nullable String place) {
        return copy(place, hint);
    }

    /** The same failure, with what to do about it as an imperative. */
    public Failure hint(@Nullable String text) {
        return copy(where, text);
    }

    /** The same failure, with the exception that it came from. */
    public Failure causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    public ExitCode exit() {
        return exit;
    }

    public String summary() {
        return summary;
    }

    public @Nullable String where() {
        return where;
    }

    public @Nullable String hint() {
        return hint;
    }

    private Failure copy(@Nullable String place, @Nullable String text) {
        Failure copy = new Failure(exit, summary, place, text);
        Throwable cause = getCause();
        return cause == null ? copy : copy.causedBy(cause);
    }
}
