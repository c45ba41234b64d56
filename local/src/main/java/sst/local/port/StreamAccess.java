package sst.local.port;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Reads streams of records: those of DynamoDB tables and of Kinesis. Event source mappings use it. */
public interface StreamAccess {
    /** Whether there is such a stream, and it can be read. */
    boolean hasStream(String streamArn);

    /** The ids of its shards. */
    List<String> shards(String streamArn);

    /** The shards that are to be read before that one: it was made from them. */
    default List<String> parents(Shard shard) {
        return List.of();
    }

    /** Whether nothing will ever come after that position of the shard. */
    default boolean isEnded(Shard shard, long after) {
        return false;
    }

    /** Where reading begins that is to see everything there still is; a position before the oldest record. */
    long oldest(Shard shard);

    /** Where reading begins that is to see only what comes from now on; the position of the newest record. */
    long newest(Shard shard);

    /** Where reading begins that is to see what came at that time and later. */
    long at(Shard shard, long millis);

    /** Records after a position, oldest first; waits for the first one. */
    List<Entry> read(Shard shard, long after, Wanted wanted);

    /** How many records, and how long to wait for the first. */
    record Wanted(int most, long waitMillis) {}

    /** A shard of a stream. */
    record Shard(String streamArn, String id) {}

    /**
     * A record.
     *
     * @param position grows with each record of a shard
     * @param millis when it came
     * @param record as Lambda's event shows it
     */
    record Entry(long position, long millis, ObjectNode record) {}
}
