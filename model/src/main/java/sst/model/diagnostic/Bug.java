package sst.model.diagnostic;

/** The product is wrong, not the user. Exit code 70; the message asks for a report. */
public final class Bug extends SstException {
    public Bug(String message, Throwable cause) {
        super(message, 70, cause);
    }
}
