package sst.local.websocket.frame;

import java.io.IOException;

/** A client broke the protocol or a limit; the connection ends with this code. */
public final class ProtocolFault extends IOException {
    private final transient CloseReason reason;

    ProtocolFault(int code, String text) {
        super(text);
        this.reason = new CloseReason(code, text);
    }

    /** What the client is told. */
    public CloseReason reason() {
        return reason;
    }
}
