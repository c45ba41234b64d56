package sst.local.websocket.frame;

/**
 * Why a connection ended (https://www.rfc-editor.org/rfc/rfc6455#section-7.4).
 *
 * @param code such as 1000
 * @param text may be empty
 */
public record CloseReason(int code, String text) {
    /** Ended on purpose. */
    public static final CloseReason NORMAL = new CloseReason(1000, "");
    /** The server ends, or the connection was silent or open for too long. */
    public static final CloseReason GOING_AWAY = new CloseReason(1001, "Going away");
    /** The client closed without a code. */
    public static final CloseReason NO_CODE = new CloseReason(1005, "");
    /** The connection broke off; never sent. */
    public static final CloseReason BROKEN = new CloseReason(1006, "");

    static final int PROTOCOL = 1002;
    static final int UNACCEPTABLE = 1003;
    static final int NOT_UTF8 = 1007;
    static final int TOO_BIG = 1009;

    /** Whether a client may say the code (https://www.rfc-editor.org/rfc/rfc6455#section-7.4.2). */
    static boolean isOfClients(int code) {
        boolean isStandard = code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
        return isStandard || (code >= 3000 && code <= 4999);
    }

    /** Whether the code may be sent in a frame. */
    boolean isSendable() {
        return code != 1005 && code != 1006;
    }
}
