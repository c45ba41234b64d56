package sst.local.dynamodb.table;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ValueType;

/**
 * A secondary index.
 *
 * @param name unique within the table
 * @param global whether it has its own partition key; a local index shares the table's
 * @param keys its key attributes
 * @param projection what it copies
 * @param capacity provisioned units; zeros when on demand
 */
public record IndexDefinition(
        String name, boolean global, KeySchema keys, IndexProjection projection, Capacity capacity) {
    /** What the index keeps of an item; empty when the item is not in it, since it lacks a key attribute. */
    public Optional<Item> entry(Item item, TableDefinition table) {
        for (String key : keys.names()) {
            AttributeValue value = item.get(key);
            if (value == null || value.type() != table.types().getOrDefault(key, ValueType.NULL)) {
                return Optional.empty();
            }
        }
        return Optional.of(projection.type() == IndexProjection.Type.ALL ? item : item.only(projectedNames(table)));
    }

    /** The names of the attributes that an index keeps when it does not keep all. */
    public Set<String> projectedNames(TableDefinition table) {
        Set<String> names = new LinkedHashSet<>(table.keys().names());
        names.addAll(keys.names());
        names.addAll(projection.included());
        return names;
    }

    /** The names that a position in this index consists of: the table's key and the index's. */
    public List<String> positionNames(TableDefinition table) {
        Set<String> names = new LinkedHashSet<>(table.keys().names());
        names.addAll(keys.names());
        return List.copyOf(names);
    }

    /** This index with other units. */
    public IndexDefinition with(Capacity changed) {
        return new IndexDefinition(name, global, keys, projection, changed);
    }
}
