package sst.model.diagnostic;

/** The user stopped the run, or declined a question. Exit code 130. */
public final class Aborted extends SstException {
    public Aborted(String message) {
        super(message, 130, null);
    }
}
