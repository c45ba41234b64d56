package sst.local.dynamodb.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.dynamodb.value.ValueType;
import sst.local.wire.CallContext;

/**
 * What a table is, apart from its items.
 *
 * @param id a UUID, new for each creation; names its maps in the store
 * @param region where it is
 * @param name unique in its region
 * @param createdAt milliseconds since the epoch
 * @param keys its key attributes
 * @param types of all key attributes of table and indexes
 * @param indexes global and local
 * @param settings everything that does not change how items are stored
 */
public record TableDefinition(
        String id,
        String region,
        String name,
        long createdAt,
        KeySchema keys,
        Map<String, ValueType> types,
        List<IndexDefinition> indexes,
        TableSettings settings) {
    public TableDefinition {
        types = Map.copyOf(types);
        indexes = List.copyOf(indexes);
    }

    /** The table's ARN. */
    public String arn() {
        return "arn:aws:dynamodb:" + region + ":" + CallContext.ACCOUNT + ":table/" + name;
    }

    /** The index of that name. */
    public Optional<IndexDefinition> index(String index) {
        return indexes.stream().filter(each -> each.name().equals(index)).findFirst();
    }

    /** This table with other settings. */
    public TableDefinition with(TableSettings changed) {
        return new TableDefinition(id, region, name, createdAt, keys, types, indexes, changed);
    }

    /** This table with other indexes, and the types of their keys. */
    public TableDefinition with(List<IndexDefinition> changed, Map<String, ValueType> known) {
        return new TableDefinition(id, region, name, createdAt, keys, known, changed, settings);
    }
}
