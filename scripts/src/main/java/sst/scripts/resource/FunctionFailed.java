package sst.scripts.resource;

/** A function that a script called has thrown. */
public final class FunctionFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FunctionFailed(String id, String answer) {
        super("function '" + id + "' failed: " + answer);
    }
}
