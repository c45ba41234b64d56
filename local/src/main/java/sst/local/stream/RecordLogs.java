package sst.local.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import sst.local.store.Store;
import sst.local.wire.codec.Json;

/** Ordered logs of records in the store: one for each shard. A record has a position, which grows by one. */
public final class RecordLogs implements AutoCloseable {
    private final NavigableMap<byte[], byte[]> records;
    private final Clock clock;
    private final Map<String, Log> logs = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** A record of a log: its position, when it was added, and what it is. */
    public record Logged(long position, long millis, ObjectNode record) {}

    /** The logs of that name in the store. */
    public RecordLogs(String name, Store store, Clock clock) {
        this.records = store.bytes(name);
        this.clock = clock;
    }

    /** The newest position of a log in memory; whoever waits for a record waits on it. */
    private static final class Log {
        private long newest;

        Log(long newest) {
            this.newest = newest;
        }
    }

    private Log log(String id) {
        return logs.computeIfAbsent(id, key -> {
            var last = of(key).lastEntry();
            return new Log(last == null ? 0 : position(last.getKey()));
        });
    }

    private NavigableMap<byte[], byte[]> of(String id) {
        return records.subMap(key(id, 0), true, key(id, Long.MAX_VALUE), true);
    }

    private static byte[] key(String id, long position) {
        byte[] name = id.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(name.length + 1 + Long.BYTES)
                .put(name)
                .put((byte) 0)
                .putLong(position)
                .array();
    }

    private static long position(byte[] key) {
        return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
    }

    /** Adds a record; its position. */
    public long append(String id, ObjectNode record) {
        return add(id, record).position();
    }

    /** Adds a record; where and when. */
    public Logged add(String id, ObjectNode record) {
        Log log = log(id);
        byte[] json = Json.write(record);
        synchronized (log) {
            long position = log.newest + 1;
            long millis = clock.millis();
            byte[] value = ByteBuffer.allocate(Long.BYTES + json.length)
                    .putLong(millis)
                    .put(json)
                    .array();
            records.put(key(id, position), value);
            log.newest = position;
            log.notifyAll();
            return new Logged(position, millis, record);
        }
    }

    /** The position of the newest record; 0 when there never was one. */
    public long newest(String id) {
        Log log = log(id);
        synchronized (log) {
            return log.newest;
        }
    }

    /** The position before the oldest record that is still there. */
    public long oldest(String id) {
        var first = of(id).firstEntry();
        return first == null ? newest(id) : position(first.getKey()) - 1;
    }

    /** The position before the first record that was added at that time or later. */
    public long at(String id, long millis) {
        for (Map.Entry<byte[], byte[]> entry : of(id).entrySet()) {
            if (ByteBuffer.wrap(entry.getValue()).getLong() >= millis) {
                return position(entry.getKey()) - 1;
            }
        }
        return newest(id);
    }

    /** At most so many records after a position, oldest first. */
    public List<Logged> read(String id, long after, int most) {
        List<Logged> found = new ArrayList<>();
        if (after >= newest(id)) {
            return found;
        }
        for (Map.Entry<byte[], byte[]> entry : records.subMap(key(id, after), false, key(id, Long.MAX_VALUE), true)
                .entrySet()) {
            if (found.size() == most) {
                break;
            }
            byte[] value = entry.getValue();
            long millis = ByteBuffer.wrap(value).getLong();
            byte[] json = java.util.Arrays.copyOfRange(value, Long.BYTES, value.length);
            found.add(new Logged(position(entry.getKey()), millis, Json.read(json)));
        }
        return found;
    }

    /** Waits until there is a record after a position, but no longer than so many milliseconds. */
    public void await(String id, long after, long millis) {
        Log log = log(id);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        synchronized (log) {
            while (log.newest <= after && !closed) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return;
                }
                try {
                    log.wait(left);
                } catch (InterruptedException ending) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** Forgets what was added before that time; the newest record stays, as it keeps the count. */
    public boolean trim(String id, long before) {
        List<byte[]> old = new ArrayList<>();
        long newest = newest(id);
        for (Map.Entry<byte[], byte[]> entry : of(id).entrySet()) {
            boolean isOld = ByteBuffer.wrap(entry.getValue()).getLong() < before;
            if (!isOld || position(entry.getKey()) == newest) {
                break;
            }
            old.add(entry.getKey());
        }
        old.forEach(records::remove);
        return !old.isEmpty();
    }

    /** Forgets a log. */
    public void drop(String id) {
        of(id).clear();
        logs.remove(id);
    }

    /** Ends all waiting. */
    @Override
    public void close() {
        closed = true;
        logs.values().forEach(log -> {
            synchronized (log) {
                log.notifyAll();
            }
        });
    }
}
