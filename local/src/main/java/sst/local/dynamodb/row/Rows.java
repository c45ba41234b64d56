package sst.local.dynamodb.row;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import sst.local.dynamodb.value.Item;

/** The rows of one table or index, sorted by key. */
public final class Rows {
    private final NavigableMap<byte[], byte[]> map;

    /** Rows over a map of the store. */
    public Rows(NavigableMap<byte[], byte[]> map) {
        this.map = map;
    }

    /** The item of that key. */
    public Optional<Row> find(byte[] key) {
        return Optional.ofNullable(map.get(key)).map(stored -> new Row(key, stored));
    }

    /** Puts an item in the place of whatever the key had. */
    public void put(byte[] key, Item item) {
        map.put(key, Row.encode(item));
    }

    /** Removes the key's item, if there is any. */
    public void remove(byte[] key) {
        map.remove(key);
    }

    /** How many rows there are. */
    public int count() {
        return map.size();
    }

    /** The sum of all rows' sizes, read from their headers. */
    public long bytes() {
        return map.values().stream().mapToLong(Row::size).sum();
    }

    /** The rows of a range in key order, or in the opposite order. */
    public Iterator<Row> walk(KeyRange range, boolean forward) {
        if (range.isEmpty()) {
            return Collections.emptyIterator();
        }
        NavigableMap<byte[], byte[]> part = range.to().length == 0
                ? map.tailMap(range.from(), true)
                : map.subMap(range.from(), true, range.to(), false);
        Iterator<Map.Entry<byte[], byte[]>> entries =
                (forward ? part : part.descendingMap()).entrySet().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Row next() {
                Map.Entry<byte[], byte[]> entry = entries.next();
                return new Row(entry.getKey(), entry.getValue());
            }
        };
    }
}
