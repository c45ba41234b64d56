package sst.local.wire.body;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sst.local.wire.AwsException;

/**
 * The bytes inside an {@code aws-chunked} body, signed or not; a checksum in its trailer is compared at the end.
 * See https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
public final class ChunkedBody extends InputStream {
    private static final int LONGEST_LINE = 8192;
    private static final int RADIX = 16;

    private final InputStream in;
    private final Optional<Checksum> announced;
    private final Checksum.Running running;
    private long left;
    private boolean ended;

    /** Reads chunks from {@code in}; {@code announced} is the checksum that {@code x-amz-trailer} names, if any. */
    public ChunkedBody(InputStream in, Optional<Checksum> announced) {
        this.in = in;
        this.announced = announced;
        this.running = announced.orElse(Checksum.CRC32).start();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int count = in.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw incomplete();
        }
        if (announced.isPresent()) {
            running.update(bytes, offset, count);
        }
        left -= count;
        if (left == 0) {
            expectEmptyLine();
        }
        return count;
    }

    private void nextChunk() throws IOException {
        left = size(line());
        if (left == 0) {
            ended = true;
            check(trailer());
        }
    }

    private static long size(String line) {
        int extension = line.indexOf(';');
        String digits = (extension < 0 ? line : line.substring(0, extension)).trim();
        try {
            long size = Long.parseLong(digits, RADIX);
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException notHex) {
            throw malformed("bad chunk size");
        }
        throw malformed("negative chunk size");
    }

    private Map<String, String> trailer() throws IOException {
        Map<String, String> trailer = new HashMap<>();
        for (String line = lineOrEnd(); !line.isEmpty(); line = lineOrEnd()) {
            int split = line.indexOf(':');
            if (split > 0) {
                trailer.put(
                        line.substring(0, split).trim().toLowerCase(Locale.ROOT),
                        line.substring(split + 1).trim());
            }
        }
        return trailer;
    }

    private void check(Map<String, String> trailer) {
        if (announced.isEmpty()) {
            return;
        }
        Checksum checksum = announced.get();
        String given = trailer.get(checksum.header());
        if (given == null) {
            throw malformed("the trailer " + checksum.header() + " is missing");
        }
        if (!given.equals(running.base64())) {
            throw new AwsException(
                    400, "BadDigest", "The " + checksum + " you specified did not match the calculated checksum.");
        }
    }

    private void expectEmptyLine() throws IOException {
        if (!line().isEmpty()) {
            throw malformed("a chunk is longer than it says");
        }
    }

    private String line() throws IOException {
        return line(false);
    }

    private String lineOrEnd() throws IOException {
        return line(true);
    }

    private String line(boolean endAllowed) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                if (endAllowed) {
                    break;
                }
                throw incomplete();
            }
            if (line.size() == LONGEST_LINE) {
                throw malformed("a chunk header is too long");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static AwsException malformed(String why) {
        return new AwsException(400, "InvalidRequest", "The aws-chunked body is malformed: " + why);
    }

    private static IOException incomplete() {
        return new EOFException("the body ended before its last chunk");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
