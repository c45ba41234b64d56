package sst.local.websocket.frame;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * One frame of a client, unmasked (https://www.rfc-editor.org/rfc/rfc6455#section-5.2).
 *
 * @param isLast whether it ends its message
 * @param opcode one of the constants here
 * @param payload at most {@link #LONGEST} bytes
 */
record Frame(boolean isLast, int opcode, byte[] payload) {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** See https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
    static final int LONGEST = 32 * 1024;

    private static final int LAST = 0x80;
    private static final int RESERVED = 0x70;
    private static final int OPCODE = 0x0f;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7f;
    private static final int SHORT_LENGTH = 126;
    private static final int LONG_LENGTH = 127;
    private static final int LONGEST_CONTROL = 125;

    boolean isControl() {
        return opcode >= CLOSE;
    }

    static Frame read(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        int opcode = first & OPCODE;
        boolean isLast = (first & LAST) != 0;
        if ((first & RESERVED) != 0 || (opcode > BINARY && opcode < CLOSE) || opcode > PONG) {
            throw new ProtocolFault(CloseReason.PROTOCOL, "Unknown frame");
        }
        if ((second & MASKED) == 0) {
            throw new ProtocolFault(CloseReason.PROTOCOL, "Frames of clients must be masked");
        }
        long length = length(second & LENGTH, in);
        if (opcode >= CLOSE && (!isLast || length > LONGEST_CONTROL)) {
            throw new ProtocolFault(CloseReason.PROTOCOL, "Control frame too long");
        }
        if (length < 0 || length > LONGEST) {
            throw new ProtocolFault(CloseReason.TOO_BIG, "Frame is too big");
        }
        return new Frame(isLast, opcode, payload(in, (int) length));
    }

    private static long length(int given, DataInputStream in) throws IOException {
        if (given == SHORT_LENGTH) {
            return in.readUnsignedShort();
        }
        return given == LONG_LENGTH ? in.readLong() : given;
    }

    private static byte[] payload(DataInputStream in, int length) throws IOException {
        byte[] mask = new byte[4];
        in.readFully(mask);
        byte[] payload = new byte[length];
        in.readFully(payload);
        for (int at = 0; at < length; at++) {
            payload[at] ^= mask[at & 3];
        }
        return payload;
    }
}
