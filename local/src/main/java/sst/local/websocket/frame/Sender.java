package sst.local.websocket.frame;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Sends frames to a client; many threads may, and messages are not mixed. */
public final class Sender {
    private static final int LAST = 0x80;
    private static final int SHORT = 125;
    private static final int TWO_BYTES = 0xffff;
    private static final int LONGEST_REASON = 123;

    private final OutputStream out;
    private boolean isClosed;

    /** Sends on this stream, which is flushed after each message. */
    public Sender(OutputStream out) {
        this.out = out;
    }

    /** Sends the answer to the handshake; who learns by {@code announce} that the client is there speaks after it. */
    public void first(byte[] accepted, Runnable announce) throws IOException {
        synchronized (this) {
            announce.run();
            out.write(accepted);
            out.flush();
        }
    }

    /** Sends text, in frames of at most 32 KB as API Gateway does. */
    public void text(byte[] message) throws IOException {
        synchronized (this) {
            requireOpen();
            int at = 0;
            do {
                int end = Math.min(message.length, at + Frame.LONGEST);
                int opcode = at == 0 ? Frame.TEXT : Frame.CONTINUATION;
                frame(end == message.length ? opcode | LAST : opcode, Arrays.copyOfRange(message, at, end));
                at = end;
            } while (at < message.length);
            out.flush();
        }
    }

    void pong(byte[] payload) throws IOException {
        synchronized (this) {
            if (!isClosed) {
                frame(Frame.PONG | LAST, payload);
                out.flush();
            }
        }
    }

    /** Says that no more comes; later calls do nothing. */
    public void close(CloseReason reason) throws IOException {
        synchronized (this) {
            if (isClosed) {
                return;
            }
            isClosed = true;
            frame(Frame.CLOSE | LAST, reason.isSendable() ? payload(reason) : new byte[0]);
            out.flush();
        }
    }

    private static byte[] payload(CloseReason reason) {
        byte[] text = reason.text().getBytes(StandardCharsets.UTF_8);
        int length = Math.min(text.length, LONGEST_REASON);
        return ByteBuffer.allocate(2 + length)
                .putShort((short) reason.code())
                .put(text, 0, length)
                .array();
    }

    private void requireOpen() throws IOException {
        if (isClosed) {
            throw new IOException("the connection is closed");
        }
    }

    private void frame(int first, byte[] payload) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(4).put((byte) first);
        if (payload.length <= SHORT) {
            head.put((byte) payload.length);
        } else if (payload.length <= TWO_BYTES) {
            head.put((byte) (SHORT + 1)).putShort((short) payload.length);
        }
        out.write(head.array(), 0, head.position());
        out.write(payload);
    }
}
