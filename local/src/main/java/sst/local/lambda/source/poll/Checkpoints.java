package sst.local.lambda.source.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import sst.local.lambda.control.record.Members;
import sst.local.store.Store;

/** How far mappings have read the shards of their streams. */
public final class Checkpoints {
    private final NavigableMap<String, JsonNode> records;
    private final Map<String, Lock> turns = new ConcurrentHashMap<>();

    /** The places that the store holds. */
    public Checkpoints(Store store) {
        this.records = store.json("lambda.checkpoints");
    }

    /** The position after which a mapping goes on in a shard; empty when it has not begun. */
    OptionalLong get(String mapping, String shard) {
        JsonNode record = records.get(mapping + "/" + shard);
        return record == null
                ? OptionalLong.empty()
                : OptionalLong.of(record.path("after").asLong());
    }

    /** Held while a mapping reads a shard: two readers would hand the same records over twice. */
    Lock turn(String mapping, String shard) {
        return turns.computeIfAbsent(mapping + "/" + shard, first -> new ReentrantLock());
    }

    /** Notes how far a mapping has read. */
    public void put(String mapping, String shard, long after) {
        ObjectNode record = Members.object().put("after", after);
        records.put(mapping + "/" + shard, record);
    }

    /** Forgets a mapping. */
    public void remove(String mapping) {
        String prefix = mapping + "/";
        List.copyOf(records.subMap(prefix, true, mapping + "0", false).keySet()).forEach(records::remove);
    }
}
