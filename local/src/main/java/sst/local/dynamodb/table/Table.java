package sst.local.dynamodb.table;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.row.KeyBytes;
import sst.local.dynamodb.row.KeyRange;
import sst.local.dynamodb.row.Row;
import sst.local.dynamodb.row.Rows;
import sst.local.dynamodb.value.Item;
import sst.local.store.Store;

/**
 * A table with its rows and those of its indexes. Callers hold {@link #lock()}: shared for reads, exclusive for changes;
 * so a reader sees item and indexes as one write left them.
 */
public final class Table {
    private final Store store;
    private final ChangeListener listener;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Rows items;
    private final Map<String, Rows> indexes = new ConcurrentHashMap<>();
    private volatile TableDefinition definition;
    private volatile boolean dropped;

    Table(Store store, ChangeListener listener, TableDefinition definition) {
        this.store = store;
        this.listener = listener;
        this.definition = definition;
        this.items = new Rows(store.bytes(mapName(definition)));
        definition.indexes().forEach(this::open);
    }

    /** Shared for reads, exclusive for changes. */
    public ReentrantReadWriteLock lock() {
        return lock;
    }

    /** What the table is. */
    public TableDefinition definition() {
        return definition;
    }

    /** Whether the table was deleted while a call waited for the lock. */
    public boolean isDropped() {
        return dropped;
    }

    /** The table's own rows. */
    public Rows items() {
        return items;
    }

    /** The rows of one of its indexes. */
    public Rows index(IndexDefinition index) {
        Rows rows = indexes.get(index.name());
        if (rows == null) {
            throw new IllegalStateException("no rows for index " + index.name());
        }
        return rows;
    }

    /** The item with that key. */
    public Optional<Item> find(Item key) {
        return items.find(rowKey(key)).map(Row::item);
    }

    /** The row key of an item, or of its key attributes. */
    public byte[] rowKey(Item item) {
        return KeyBytes.row(definition.keys().values(item));
    }

    /** The row key of an index entry: the index's key values, then the table's. */
    public byte[] rowKey(IndexDefinition index, Item item) {
        return KeyBytes.entry(index.keys().values(item), definition.keys().values(item));
    }

    /** Makes writes of which a kill leaves all or none. */
    public <T> T atomically(Supplier<T> writes) {
        return store.atomically(writes);
    }

    /** The one place where items change: brings the table and every index to the new image. */
    public Change write(Change change) {
        Item before = change.before();
        Item after = change.after();
        byte[] rowKey = rowKey(change.key());
        if (after == null) {
            items.remove(rowKey);
        } else {
            items.put(rowKey, after);
        }
        for (IndexDefinition index : definition.indexes()) {
            move(index, before, after);
        }
        listener.changed(definition, change);
        return change;
    }

    /** Takes a new definition: fills the indexes that it adds and drops those that it lacks. */
    void redefine(TableDefinition changed) {
        listener.redefined(definition, changed);
        List<IndexDefinition> added = changed.indexes().stream()
                .filter(index -> definition.index(index.name()).isEmpty())
                .toList();
        definition.indexes().stream()
                .filter(index -> changed.index(index.name()).isEmpty())
                .forEach(index -> {
                    indexes.remove(index.name());
                    store.drop(mapName(definition, index));
                });
        definition = changed;
        for (IndexDefinition index : added) {
            open(index);
            for (Iterator<Row> rows = items.walk(KeyRange.all(), true); rows.hasNext(); ) {
                move(index, null, rows.next().item());
            }
        }
    }

    void drop() {
        dropped = true;
        listener.dropped(definition);
        definition.indexes().forEach(index -> store.drop(mapName(definition, index)));
        store.drop(mapName(definition));
    }

    private void move(IndexDefinition index, @Nullable Item before, @Nullable Item after) {
        Optional<Item> old = Optional.ofNullable(before).flatMap(item -> index.entry(item, definition));
        Optional<Item> now = Optional.ofNullable(after).flatMap(item -> index.entry(item, definition));
        if (old.equals(now)) {
            return;
        }
        old.ifPresent(entry -> index(index).remove(rowKey(index, entry)));
        now.ifPresent(entry -> index(index).put(rowKey(index, entry), entry));
    }

    private void open(IndexDefinition index) {
        indexes.put(index.name(), new Rows(store.bytes(mapName(definition, index))));
    }

    private static String mapName(TableDefinition definition) {
        return "dynamodb/" + definition.id();
    }

    private static String mapName(TableDefinition definition, IndexDefinition index) {
        return mapName(definition) + "/" + index.name();
    }
}
