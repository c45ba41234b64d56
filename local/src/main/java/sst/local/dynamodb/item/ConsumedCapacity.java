package sst.local.dynamodb.item;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sst.local.dynamodb.table.Change;
import sst.local.dynamodb.table.IndexDefinition;
import sst.local.dynamodb.table.TableDefinition;
import sst.local.dynamodb.value.Item;

/** The capacity units that a call used on one table, as {@code ReturnConsumedCapacity} shows them. */
public final class ConsumedCapacity {
    private static final int READ_UNIT = 4096;
    private static final int WRITE_UNIT = 1024;

    private final TableDefinition table;
    private final int factor;
    private final Map<String, Double> indexUnits = new TreeMap<>();
    private double tableUnits;

    /** Of a plain call. */
    public ConsumedCapacity(TableDefinition table) {
        this(table, 1);
    }

    /**
     * Of a call that may cost more.
     *
     * @param factor 2 within transactions
     */
    public ConsumedCapacity(TableDefinition table, int factor) {
        this.table = table;
        this.factor = factor;
    }

    /** Adds a read of that many bytes from the table. */
    public ConsumedCapacity read(long bytes, boolean consistent) {
        tableUnits += readUnits(bytes, consistent);
        return this;
    }

    /** Adds a read of that many bytes from an index. */
    public ConsumedCapacity read(IndexDefinition index, long bytes, boolean consistent) {
        indexUnits.merge(index.name(), readUnits(bytes, consistent), Double::sum);
        return this;
    }

    /** Adds a write, and what it changes in indexes. */
    public ConsumedCapacity write(Change change) {
        tableUnits += writeUnits(Math.max(change.sizeBefore(), change.sizeAfter()));
        for (IndexDefinition index : table.indexes()) {
            double units = indexUnits(index, change);
            if (units > 0) {
                indexUnits.merge(index.name(), units, Double::sum);
            }
        }
        return this;
    }

    /** The answer's structure; empty when the call did not ask for it. */
    public Optional<ObjectNode> json(String mode) {
        if (!mode.equals("TOTAL") && !mode.equals("INDEXES")) {
            return Optional.empty();
        }
        double total = tableUnits
                + indexUnits.values().stream().mapToDouble(Double::doubleValue).sum();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("TableName", table.name()).put("CapacityUnits", total);
        if (mode.equals("INDEXES")) {
            json.putObject("Table").put("CapacityUnits", tableUnits);
            indexUnits.forEach((name, units) -> {
                boolean global = table.index(name).map(IndexDefinition::global).orElse(true);
                json.withObject(global ? "/GlobalSecondaryIndexes" : "/LocalSecondaryIndexes")
                        .putObject(name)
                        .put("CapacityUnits", units);
            });
        }
        return Optional.of(json);
    }

    private double indexUnits(IndexDefinition index, Change change) {
        Optional<Item> before = Optional.ofNullable(change.before()).flatMap(item -> index.entry(item, table));
        Optional<Item> after = Optional.ofNullable(change.after()).flatMap(item -> index.entry(item, table));
        if (before.equals(after)) {
            return 0;
        }
        double old = before.map(item -> writeUnits(item.size())).orElse(0.0);
        double now = after.map(item -> writeUnits(item.size())).orElse(0.0);
        boolean moved = before.isPresent()
                && after.isPresent()
                && !index.keys().values(before.get()).equals(index.keys().values(after.get()));
        return moved ? old + now : Math.max(old, now);
    }

    private double readUnits(long bytes, boolean consistent) {
        return factor * Math.max(1, (bytes + READ_UNIT - 1) / READ_UNIT) * (consistent ? 1.0 : 0.5);
    }

    private double writeUnits(long bytes) {
        return (double) factor * Math.max(1, (bytes + WRITE_UNIT - 1) / WRITE_UNIT);
    }
}
