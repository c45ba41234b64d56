package sst.local.kinesis.shard;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a record: 56 digits that say shard, place and time, and that grow with each record of a shard. The layout
 * is AWS's own, which libraries for consumers take apart.
 *
 * @param created when the shard was made, in seconds since the epoch
 * @param shard the shard's number
 * @param position the place in the shard
 * @param seconds when the record came
 */
public record SequenceNumber(long created, int shard, long position, long seconds) {
    private static final Pattern LAYOUT =
            Pattern.compile("2([0-9a-f]{9})[0-9a-f]([0-7][0-9a-f]{15})[0-9a-f]{2}([0-9a-f]{9})([0-7][0-9a-f]{7})2");

    private static final int HEX = 16;

    /** As AWS writes it. */
    public String text() {
        String hex = String.format(
                Locale.ROOT, "2%09x%x%016x00%09x%08x2", created, shard & (HEX - 1), position, seconds, shard);
        return new BigInteger(hex, HEX).toString();
    }

    /** What a text says; empty when it is no such number. */
    public static Optional<SequenceNumber> parse(String text) {
        Matcher hex = LAYOUT.matcher(new BigInteger(text).toString(HEX));
        if (!hex.matches()) {
            return Optional.empty();
        }
        return Optional.of(new SequenceNumber(
                Long.parseLong(hex.group(1), HEX),
                Integer.parseInt(hex.group(4), HEX),
                Long.parseLong(hex.group(2), HEX),
                Long.parseLong(hex.group(3), HEX)));
    }
}
