package sst.local.websocket.frame;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Puts the messages of a client together; answers pings. */
public final class Receiver {
    /** See https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
    private static final int LONGEST_MESSAGE = 128 * 1024;

    private final DataInputStream in;
    private final Sender sender;

    /** What a client sent: text, or its goodbye. */
    public sealed interface Received {
        /** A whole message. */
        record Text(String text) implements Received {}

        /** No more comes. */
        record Closed(CloseReason reason) implements Received {}
    }

    /** Reads frames from this stream. */
    public Receiver(InputStream in, Sender sender) {
        this.in = new DataInputStream(in);
        this.sender = sender;
    }

    /**
     * Waits for the next message.
     *
     * @throws ProtocolFault when the client breaks the protocol, sends binary data or too much of it
     * @throws IOException when the connection breaks off, or nothing comes for as long as the socket waits
     */
    public Received next() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        boolean isBegun = false;
        while (true) {
            Frame frame = Frame.read(in);
            if (frame.opcode() == Frame.CLOSE) {
                return new Received.Closed(reason(frame.payload()));
            }
            if (frame.opcode() == Frame.PING) {
                sender.pong(frame.payload());
            }
            if (!frame.isControl()) {
                check(frame, isBegun, message.size());
                isBegun = true;
                message.write(frame.payload());
                if (frame.isLast()) {
                    return new Received.Text(text(message.toByteArray()));
                }
            }
        }
    }

    private static void check(Frame frame, boolean isBegun, int size) throws ProtocolFault {
        if (frame.opcode() == Frame.BINARY) {
            throw new ProtocolFault(CloseReason.UNACCEPTABLE, "Binary is not supported");
        }
        if ((frame.opcode() == Frame.CONTINUATION) != isBegun) {
            throw new ProtocolFault(CloseReason.PROTOCOL, "Frame out of order");
        }
        if (size + frame.payload().length > LONGEST_MESSAGE) {
            throw new ProtocolFault(CloseReason.TOO_BIG, "Message is too big");
        }
    }

    private static CloseReason reason(byte[] payload) throws ProtocolFault {
        if (payload.length < 2) {
            return CloseReason.NO_CODE;
        }
        ByteBuffer in = ByteBuffer.wrap(payload);
        int code = in.getShort() & 0xffff;
        if (!CloseReason.isOfClients(code)) {
            throw new ProtocolFault(CloseReason.PROTOCOL, "Unknown close code");
        }
        byte[] text = new byte[in.remaining()];
        in.get(text);
        return new CloseReason(code, text(text));
    }

    private static String text(byte[] bytes) throws ProtocolFault {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new ProtocolFault(CloseReason.NOT_UTF8, "Text is not UTF-8");
        }
    }
}
