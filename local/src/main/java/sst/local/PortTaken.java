package sst.local;

/** The port of the local cloud belongs to another program. */
public final class PortTaken extends RuntimeException {
    PortTaken(int port, Throwable cause) {
        super("port " + port + " is taken: " + cause.getMessage() + "; give another one with --port", cause);
    }
}
