package sst.scripts.call;

/** A script that only reads tried to write. */
public final class WriteRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WriteRefused(String operation) {
        super(operation + " changes something, and the script is read only");
    }
}
