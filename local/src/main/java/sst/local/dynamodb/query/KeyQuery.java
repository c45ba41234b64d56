package sst.local.dynamodb.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.legacy.LegacyOperator;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.row.KeyBytes;
import sst.local.dynamodb.row.KeyRange;
import sst.local.dynamodb.table.KeySchema;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.ValueType;

/**
 * The key conditions of a query that fit its table or index.
 *
 * @param hash the partition key's value
 * @param range the condition on the sort key, if there is one
 */
record KeyQuery(AttributeValue hash, @Nullable LegacyOperator range) {
    private static final Set<String> NOT_INDEXABLE = Set.of("NULL", "NOT_NULL", "NE", "CONTAINS", "NOT_CONTAINS", "IN");

    /** Fits conditions to the keys, with AWS's errors where they do not. */
    static KeyQuery of(Source source, Map<String, LegacyOperator> conditions) {
        KeySchema keys = source.keys();
        if (keys.range() == null && conditions.size() > 1) {
            throw Rejection.validation("Query key condition not supported");
        }
        for (String name : keys.names()) {
            LegacyOperator condition = conditions.get(name);
            if (condition == null && (name.equals(keys.hash()) || conditions.size() > 1)) {
                throw Rejection.validation("Query condition missed key schema element: " + name);
            }
            if (condition != null) {
                requireIndexable(source, name, condition);
            }
        }
        LegacyOperator hash = conditions.get(keys.hash());
        if (hash == null || !hash.name().equals("EQ")) {
            throw Rejection.validation("Query key condition not supported");
        }
        return new KeyQuery(hash.values().get(0), keys.range() == null ? null : conditions.get(keys.range()));
    }

    /** The rows that the conditions name. */
    KeyRange rows() {
        KeyRange partition = KeyRange.of(List.of(hash));
        if (range == null) {
            return partition;
        }
        AttributeValue first = range.values().get(0);
        KeyRange at = exactly(first);
        return switch (range.name()) {
            case "EQ" -> at;
            case "LT" -> partition.before(at);
            case "LE" -> partition.through(at);
            case "GT" -> partition.behind(at);
            case "GE" -> at.through(partition);
            case "BETWEEN" -> at.through(exactly(range.values().get(1)));
            default -> KeyRange.startingWith(KeyBytes.prefix(List.of(hash), first));
        };
    }

    private KeyRange exactly(AttributeValue value) {
        List<AttributeValue> values = new ArrayList<>();
        values.add(hash);
        values.add(value);
        return KeyRange.of(values);
    }

    private static void requireIndexable(Source source, String name, LegacyOperator condition) {
        if (NOT_INDEXABLE.contains(condition.name())) {
            throw Rejection.validation("Attempted conditional constraint is not an indexable operation");
        }
        ValueType type = source.definition().types().get(name);
        if (condition.values().stream().anyMatch(value -> value.type() != type)) {
            throw Rejection.invalid("Condition parameter type does not match schema type");
        }
        if (condition.values().stream().anyMatch(value -> value.size() == 0)
                && !condition.name().equals("BEGINS_WITH")) {
            throw Rejection.validation("One or more parameter values are not valid. The AttributeValue for a key"
                    + " attribute cannot contain an empty " + (type == ValueType.B ? "binary" : "string")
                    + " value. Key: " + name);
        }
    }
}
