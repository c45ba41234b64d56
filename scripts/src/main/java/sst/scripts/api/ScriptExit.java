package sst.scripts.api;

/** A script is done, with an exit code; an Error, so that a script's own handlers let it pass. */
public final class ScriptExit extends Error {
    private static final long serialVersionUID = 1L;

    private final int code;

    ScriptExit(int code) {
        super("exit " + code, null, false, false);
        this.code = code;
    }

    /** What the shell sees. */
    public int code() {
        return code;
    }
}
