package sst.local.kinesis.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The shards of a stream: the open ones, which share all hash keys, and the closed ones, whose records can still be read.
 *
 * @param all by number
 */
public record Shards(List<DataShard> all) {
    private static final long SECOND = 1000;

    /** Keeps a copy. */
    public Shards {
        all = List.copyOf(all);
    }

    /** So many shards that divide the hash keys evenly. */
    static Shards even(int count, long created) {
        List<DataShard> all = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            all.add(new DataShard(number, List.of(), HashKeys.part(number, count), created, 0));
        }
        return new Shards(all);
    }

    /** Those that take records, by their hash keys. */
    public List<DataShard> open() {
        return all.stream()
                .filter(DataShard::isOpen)
                .sorted(Comparator.comparing(shard -> shard.keys().lowest()))
                .toList();
    }

    /** The shard of that id. */
    public Optional<DataShard> find(String id) {
        int number = DataShard.number(id);
        return all.stream().filter(shard -> shard.number() == number).findFirst();
    }

    /** The shards that were split or merged from one. */
    public List<DataShard> children(DataShard parent) {
        return all.stream()
                .filter(shard -> shard.parents().contains(parent.number()))
                .toList();
    }

    DataShard of(BigInteger key) {
        return all.stream()
                .filter(shard -> shard.isOpen() && shard.keys().has(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no open shard has the hash key " + key));
    }

    private int next() {
        return all.stream().mapToInt(DataShard::number).max().orElse(-1) + 1;
    }

    /** These shards after some were closed and others made from them. */
    private Shards after(List<DataShard> parents, List<HashKeys> ranges, long now) {
        List<Integer> numbers = parents.stream().map(DataShard::number).toList();
        List<DataShard> changed = new ArrayList<>();
        all.forEach(shard -> changed.add(numbers.contains(shard.number()) ? shard.closed(now) : shard));
        // The number of a child's record is above every number of its parents, which begin with the second of their
        // making.
        long created = parents.stream().mapToLong(DataShard::created).max().orElse(now) + SECOND;
        int number = next();
        for (HashKeys range : ranges) {
            changed.add(new DataShard(number, numbers, range, Math.max(now, created), 0));
            number++;
        }
        return new Shards(changed);
    }

    /** One shard becomes two, of which the second begins with that key. */
    public Shards split(DataShard parent, BigInteger key, long now) {
        return after(
                List.of(parent), List.of(parent.keys().below(key), parent.keys().from(key)), now);
    }

    /** Two shards that are next to each other become one. */
    public Shards merged(DataShard first, DataShard second, long now) {
        HashKeys whole = new HashKeys(first.keys().lowest(), second.keys().highest());
        return after(List.of(first, second), List.of(whole), now);
    }

    /** By splits and merges, so many open shards of even size. */
    public Shards scaled(int count, long now) {
        Shards changed = this;
        for (int number = 1; number < count; number++) {
            BigInteger start = HashKeys.part(number, count).lowest();
            DataShard there = changed.of(start);
            if (!there.keys().lowest().equals(start)) {
                changed = changed.split(there, start, now);
            }
        }
        for (int number = 0; number < count; number++) {
            HashKeys wanted = HashKeys.part(number, count);
            DataShard first = changed.of(wanted.lowest());
            while (!first.keys().equals(wanted)) {
                DataShard second = changed.of(first.keys().highest().add(BigInteger.ONE));
                changed = changed.merged(first, second, now);
                first = changed.of(wanted.lowest());
            }
        }
        return changed;
    }

    /** Without those that were closed before that time: all of their records are too old by now. */
    Shards without(long closedBefore) {
        return new Shards(all.stream()
                .filter(shard -> shard.isOpen() || shard.closed() >= closedBefore)
                .toList());
    }

    JsonNode node() {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        all.forEach(shard -> node.add(shard.node()));
        return node;
    }

    static Shards read(JsonNode node) {
        List<DataShard> all = new ArrayList<>();
        node.forEach(shard -> all.add(DataShard.read(shard)));
        return new Shards(all);
    }
}
