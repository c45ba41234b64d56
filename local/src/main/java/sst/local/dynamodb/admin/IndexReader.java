package sst.local.dynamodb.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.request.Constraints;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.table.Capacity;
import sst.local.dynamodb.table.IndexDefinition;
import sst.local.dynamodb.table.IndexProjection;
import sst.local.dynamodb.table.KeySchema;
import sst.local.dynamodb.value.ValueType;

/** Reads and checks the indexes of a request. */
final class IndexReader {
    private static final int MAX_LOCAL = 5;
    private static final int MAX_GLOBAL = 20;
    private static final long MAX_UNITS = 1_000_000_000_000L;

    private final Input table;

    IndexReader(Input table) {
        this.table = table;
    }

    List<IndexDefinition> read(KeySchema keys, Map<String, ValueType> types) {
        List<IndexDefinition> all = new ArrayList<>(locals(keys, types));
        all.addAll(globals(types));
        Set<String> names = new HashSet<>();
        for (IndexDefinition index : all) {
            if (!names.add(index.name())) {
                throw Rejection.invalid("Duplicate index name: " + index.name());
            }
        }
        return all;
    }

    /** One index as it stands in a request. */
    static IndexDefinition read(Input index, boolean global, Map<String, ValueType> types) {
        new Constraints()
                .required(index, "IndexName")
                .name(index, "IndexName")
                .required(index, "KeySchema")
                .required(index, "Projection")
                .length(index, "KeySchema", new Constraints.LengthRange(1, 2))
                .check();
        requireDefined(names(index), types);
        KeySchema keys = keys(index);
        Capacity capacity = index.has("ProvisionedThroughput") ? capacity(index) : Capacity.ON_DEMAND;
        return new IndexDefinition(index.text("IndexName", ""), global, keys, projection(index), capacity);
    }

    /** The names in a {@code KeySchema}, whatever their order and types are worth. */
    static List<String> names(Input input) {
        return input.list("KeySchema").stream()
                .map(element -> element.path("AttributeName").asText())
                .toList();
    }

    static void requireDefined(List<String> names, Map<String, ValueType> types) {
        if (!types.keySet().containsAll(names)) {
            throw Rejection.invalid("Some index key attributes are not defined in AttributeDefinitions. Keys: " + names
                    + ", AttributeDefinitions: " + List.copyOf(types.keySet()));
        }
    }

    /** The {@code KeySchema} of a table or index. */
    static KeySchema keys(Input input) {
        List<Input> elements = input.list("KeySchema").stream().map(Input::of).toList();
        for (Input element : elements) {
            new Constraints()
                    .required(element, "AttributeName")
                    .required(element, "KeyType")
                    .oneOf(element, "KeyType", List.of("HASH", "RANGE"))
                    .check();
        }
        String hash = elements.get(0).text("AttributeName", "");
        if (!elements.get(0).text("KeyType", "").equals("HASH")) {
            throw Rejection.validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        }
        @Nullable String range = elements.size() > 1 ? elements.get(1).text("AttributeName", "") : null;
        if (hash.equals(range)) {
            throw Rejection.validation(
                    "Both the Hash Key and the Range Key element in the KeySchema have the same name");
        }
        if (range != null && !elements.get(1).text("KeyType", "").equals("RANGE")) {
            throw Rejection.validation("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
        }
        return new KeySchema(hash, range);
    }

    /** The {@code ProvisionedThroughput} of a table or index. */
    static Capacity capacity(Input input) {
        Input units = Input.of(input.json().path("ProvisionedThroughput"));
        new Constraints()
                .required(units, "WriteCapacityUnits")
                .required(units, "ReadCapacityUnits")
                .atLeast(units, "WriteCapacityUnits", 1)
                .atLeast(units, "ReadCapacityUnits", 1)
                .check();
        requireBounds(units);
        return new Capacity(
                units.number("ReadCapacityUnits").orElse(0L),
                units.number("WriteCapacityUnits").orElse(0L));
    }

    static void requireBounds(Input units) {
        for (String member : List.of("ReadCapacityUnits", "WriteCapacityUnits")) {
            long value = units.number(member).orElse(0L);
            if (value > MAX_UNITS) {
                throw Rejection.validation("Given value " + value + " for " + member + " is out of bounds");
            }
        }
    }

    private List<IndexDefinition> locals(KeySchema keys, Map<String, ValueType> types) {
        List<JsonNode> elements = table.list("LocalSecondaryIndexes");
        if (!table.has("LocalSecondaryIndexes")) {
            return List.of();
        }
        if (elements.isEmpty()) {
            throw Rejection.invalid("List of LocalSecondaryIndexes is empty");
        }
        if (keys.range() == null) {
            throw Rejection.invalid("Table KeySchema does not have a range key, which is required when specifying a"
                    + " LocalSecondaryIndex");
        }
        List<IndexDefinition> indexes = elements.stream()
                .map(element -> local(Input.of(element), keys, types))
                .toList();
        if (indexes.size() > MAX_LOCAL) {
            throw Rejection.invalid("Number of LocalSecondaryIndexes exceeds per-table limit of " + MAX_LOCAL);
        }
        return indexes;
    }

    private List<IndexDefinition> globals(Map<String, ValueType> types) {
        if (!table.has("GlobalSecondaryIndexes")) {
            return List.of();
        }
        List<JsonNode> elements = table.list("GlobalSecondaryIndexes");
        if (elements.isEmpty()) {
            throw Rejection.invalid("List of GlobalSecondaryIndexes is empty");
        }
        boolean onDemand = table.text("BillingMode", "PROVISIONED").equals("PAY_PER_REQUEST");
        List<IndexDefinition> indexes = new ArrayList<>();
        for (JsonNode element : elements) {
            Input index = Input.of(element);
            IndexDefinition wanted = read(index, true, types);
            if (onDemand && index.has("ProvisionedThroughput")) {
                throw Rejection.invalid("ProvisionedThroughput should not be specified for index: "
                        + index.text("IndexName", "") + " when BillingMode is PAY_PER_REQUEST");
            }
            if (!onDemand && !index.has("ProvisionedThroughput")) {
                throw Rejection.invalid(
                        "ProvisionedThroughput must be specified for index: " + index.text("IndexName", ""));
            }
            indexes.add(wanted);
        }
        if (indexes.size() > MAX_GLOBAL) {
            throw Rejection.invalid("GlobalSecondaryIndex count exceeds the per-table limit of " + MAX_GLOBAL);
        }
        return indexes;
    }

    private static IndexDefinition local(Input index, KeySchema table, Map<String, ValueType> types) {
        requireDefined(names(index), types);
        KeySchema keys = keys(index);
        String name = index.text("IndexName", "");
        if (keys.range() == null) {
            throw Rejection.invalid("Index KeySchema does not have a range key for index: " + name);
        }
        if (!keys.hash().equals(table.hash())) {
            throw Rejection.invalid("Index KeySchema does not have the same leading hash key as table KeySchema for"
                    + " index: " + name + ". index hash key: " + keys.hash() + ", table hash key: " + table.hash());
        }
        return read(index, false, types);
    }

    private static IndexProjection projection(Input index) {
        Input projection = Input.of(index.json().path("Projection"));
        new Constraints()
                .oneOf(projection, "ProjectionType", List.of("ALL", "INCLUDE", "KEYS_ONLY"))
                .length(projection, "NonKeyAttributes", new Constraints.LengthRange(1, 100))
                .check();
        String type =
                projection.text("ProjectionType").orElseThrow(() -> Rejection.invalid("Unknown ProjectionType: null"));
        List<String> included = projection.texts("NonKeyAttributes");
        if (!included.isEmpty() && !type.equals("INCLUDE")) {
            throw Rejection.invalid("ProjectionType is " + type + ", but NonKeyAttributes is specified");
        }
        if (included.isEmpty() && type.equals("INCLUDE")) {
            throw Rejection.invalid("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
        }
        return new IndexProjection(IndexProjection.Type.valueOf(type), included);
    }
}
