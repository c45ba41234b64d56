package sst.local.kinesis.shard;

import java.math.BigInteger;
import java.util.Locale;

/** A shard: its number, and how many there are. */
public record ShardId(int number, int of) {
    private static final BigInteger KEYS = BigInteger.ONE.shiftLeft(128);

    /** As AWS writes it. */
    public String id() {
        return String.format(Locale.ROOT, "shardId-%012d", number);
    }

    /** The lowest hash key of the shard. */
    public BigInteger lowest() {
        return KEYS.multiply(BigInteger.valueOf(number)).divide(BigInteger.valueOf(of));
    }

    /** The highest hash key of the shard. */
    public BigInteger highest() {
        return KEYS.multiply(BigInteger.valueOf(number + 1L))
                .divide(BigInteger.valueOf(of))
                .subtract(BigInteger.ONE);
    }

    boolean has(BigInteger hash) {
        return hash.compareTo(lowest()) >= 0 && hash.compareTo(highest()) <= 0;
    }

    /** A position as a sequence number: 56 digits that say the shard, too. */
    public String sequence(long position) {
        return String.format(Locale.ROOT, "49%015d%019d%020d", 0, position, number);
    }

    /**
     * The position of a sequence number of this shard.
     *
     * @throws sst.local.wire.AwsException {@code InvalidArgumentException} when it is none
     */
    public long position(String sequence) {
        boolean isOwn = sequence.length() == 56
                && sequence.matches("[0-9]+")
                && sequence.equals(sequence(Long.parseLong(sequence.substring(17, 36))));
        if (!isOwn) {
            throw KinesisFault.invalid("StartingSequenceNumber " + sequence + " used in GetShardIterator on shard "
                    + id() + " is invalid.");
        }
        return Long.parseLong(sequence.substring(17, 36));
    }
}
