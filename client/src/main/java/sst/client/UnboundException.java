package sst.client;

/** A handler asked for something that is not bound to its function, or that has no value yet. */
public final class UnboundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnboundException(String message) {
        super(message);
    }
}
