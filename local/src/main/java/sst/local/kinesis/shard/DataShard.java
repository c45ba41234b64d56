package sst.local.kinesis.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sst.local.wire.codec.Json;

/**
 * A shard.
 *
 * @param number counts the shards of a stream, those that are gone too
 * @param parents the shards that it was split or merged from
 * @param keys the hash keys of its records
 * @param created milliseconds since the epoch
 * @param closed when it was split or merged; 0 while it takes records
 */
public record DataShard(int number, List<Integer> parents, HashKeys keys, long created, long closed) {
    private static final String PREFIX = "shardId-";

    /** Keeps a copy. */
    public DataShard {
        parents = List.copyOf(parents);
    }

    /** The id of the shard with that number. */
    public static String id(int number) {
        return String.format(Locale.ROOT, PREFIX + "%012d", number);
    }

    /** As AWS writes it. */
    public String id() {
        return id(number);
    }

    /** The number in an id, which may lack its prefix and leading zeros; negative when it is no id. */
    public static int number(String id) {
        String digits = id.substring(id.indexOf('-') + 1);
        long number = digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
        return number > Integer.MAX_VALUE ? -1 : (int) number;
    }

    /** Whether it takes records. */
    public boolean isOpen() {
        return closed == 0;
    }

    /** The number of the record at a position that came at that time. */
    public String sequence(long position, long millis) {
        return new SequenceNumber(created / 1000, number, position, millis / 1000).text();
    }

    /** The number below all of its records. */
    public String first() {
        return sequence(0, created);
    }

    /** The number above all of its records, once it is closed. */
    public String last() {
        return sequence(Long.MAX_VALUE, closed);
    }

    /**
     * The position of a record.
     *
     * @throws sst.local.wire.AwsException {@code InvalidArgumentException} when the number is none of this shard
     */
    public long position(String sequence, String stream) {
        String used = "StartingSequenceNumber " + sequence + " used in GetShardIterator on shard " + id()
                + " in stream " + stream + " under account " + sst.local.wire.CallContext.ACCOUNT + " is invalid";
        SequenceNumber read = SequenceNumber.parse(sequence).orElseThrow(() -> KinesisFault.invalid(used + "."));
        if (read.shard() != number) {
            throw KinesisFault.invalid("Invalid StartingSequenceNumber. It encodes " + id(read.shard())
                    + ", while it was used in a call to a shard with " + id());
        }
        if (read.created() != created / 1000) {
            throw KinesisFault.invalid(used + " because it did not come from this stream.");
        }
        return read.position();
    }

    DataShard closed(long at) {
        return new DataShard(number, parents, keys, created, at);
    }

    JsonNode node() {
        ObjectNode node = Json.object()
                .put("number", number)
                .put("lowest", keys.lowest().toString())
                .put("highest", keys.highest().toString())
                .put("created", created)
                .put("closed", closed);
        ArrayNode all = node.putArray("parents");
        parents.forEach(all::add);
        return node;
    }

    static DataShard read(JsonNode node) {
        List<Integer> parents = new ArrayList<>();
        node.path("parents").forEach(parent -> parents.add(parent.asInt()));
        HashKeys keys = new HashKeys(
                new BigInteger(node.path("lowest").asText()),
                new BigInteger(node.path("highest").asText()));
        return new DataShard(
                node.path("number").asInt(),
                parents,
                keys,
                node.path("created").asLong(),
                node.path("closed").asLong());
    }
}
