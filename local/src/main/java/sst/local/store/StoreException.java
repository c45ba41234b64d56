package sst.local.store;

/** The state on disk cannot be opened or written; the message says which file and what to do. */
public final class StoreException extends RuntimeException {
    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
