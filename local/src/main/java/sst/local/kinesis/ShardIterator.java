package sst.local.kinesis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import sst.local.kinesis.shard.DataShard;
import sst.local.kinesis.shard.DataStream;
import sst.local.kinesis.shard.KinesisFault;
import sst.local.kinesis.shard.StreamName;

/**
 * A place in a shard, as callers carry it about: opaque to them, of the length that AWS's have.
 *
 * @param stream which
 * @param uid this very stream
 * @param shard the shard's number
 * @param after the position before the next record
 * @param millis when it was made
 */
record ShardIterator(StreamName stream, String uid, int shard, long after, long millis) {
    private static final long KIND = 1;
    private static final int SHORTEST = 144;
    private static final int BLOCK = 16;
    private static final int PARTS = 6;

    static ShardIterator of(DataStream stream, DataShard shard, long after, long millis) {
        return new ShardIterator(stream.name(), stream.uid(), shard.number(), after, millis);
    }

    String text() {
        byte[] plain = String.join(
                        " ",
                        Long.toString(after),
                        Long.toString(millis),
                        Integer.toString(shard),
                        uid,
                        stream.region(),
                        stream.name())
                .getBytes(StandardCharsets.UTF_8);
        int length = Math.max(SHORTEST, (plain.length + BLOCK - 1) / BLOCK * BLOCK);
        byte[] padded = Arrays.copyOf(plain, length);
        Arrays.fill(padded, plain.length, length, (byte) ' ');
        byte[] whole = ByteBuffer.allocate(Long.BYTES + length)
                .putLong(KIND)
                .put(padded)
                .array();
        return Base64.getEncoder().encodeToString(whole);
    }

    /** @throws sst.local.wire.AwsException {@code InvalidArgumentException} when the text is none of ours */
    static ShardIterator read(String text) {
        try {
            ByteBuffer whole = ByteBuffer.wrap(Base64.getDecoder().decode(text));
            if (whole.remaining() < Long.BYTES + SHORTEST || whole.getLong() != KIND) {
                throw invalid();
            }
            String[] parts =
                    StandardCharsets.UTF_8.decode(whole).toString().strip().split(" ", PARTS);
            if (parts.length != PARTS) {
                throw invalid();
            }
            return new ShardIterator(
                    new StreamName(parts[4], parts[5]),
                    parts[3],
                    Integer.parseInt(parts[2]),
                    Long.parseLong(parts[0]),
                    Long.parseLong(parts[1]));
        } catch (IllegalArgumentException garbled) {
            throw invalid();
        }
    }

    private static RuntimeException invalid() {
        return KinesisFault.invalid("Invalid ShardIterator.");
    }
}
