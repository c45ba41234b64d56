package sst.local.dynamodb.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sst.local.dynamodb.request.Constraints;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.table.Capacity;
import sst.local.dynamodb.table.IndexDefinition;
import sst.local.dynamodb.table.KeySchema;
import sst.local.dynamodb.table.TableDefinition;
import sst.local.dynamodb.table.TableSettings;
import sst.local.dynamodb.value.ValueType;

/** Reads and checks what {@code CreateTable} asks for. */
final class TableReader {
    private final Input input;
    private final IndexReader indexes;

    TableReader(Input input) {
        this.input = input;
        this.indexes = new IndexReader(input);
    }

    /**
     * The table that is asked for.
     *
     * @param id a fresh UUID
     * @param region where
     * @param now milliseconds since the epoch
     */
    TableDefinition read(String id, String region, long now) {
        new Constraints()
                .required(input, "TableName")
                .name(input, "TableName")
                .required(input, "AttributeDefinitions")
                .required(input, "KeySchema")
                .length(input, "KeySchema", new Constraints.LengthRange(1, 2))
                .oneOf(input, "BillingMode", List.of("PROVISIONED", "PAY_PER_REQUEST"))
                .oneOf(input, "TableClass", List.of("STANDARD", "STANDARD_INFREQUENT_ACCESS"))
                .check();
        boolean onDemand = input.text("BillingMode", "PROVISIONED").equals("PAY_PER_REQUEST");
        Capacity capacity = capacity(onDemand);
        Map<String, ValueType> types = types(input);
        List<String> names = IndexReader.names(input);
        if (names.size() > input.list("AttributeDefinitions").size()) {
            throw Rejection.validation("Invalid KeySchema: Some index key attribute have no definition");
        }
        IndexReader.requireDefined(names, types);
        KeySchema keys = IndexReader.keys(input);
        List<IndexDefinition> all = indexes.read(keys, types);
        requireUsed(keys, all, types);
        TableSettings settings = Settings.read(input, new Settings.Billing(onDemand, capacity), now);
        return new TableDefinition(id, region, input.text("TableName", ""), now, keys, types, all, settings);
    }

    /** The types in {@code AttributeDefinitions}. */
    static Map<String, ValueType> types(Input input) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        for (JsonNode element : input.list("AttributeDefinitions")) {
            Input attribute = Input.of(element);
            new Constraints()
                    .required(attribute, "AttributeName")
                    .required(attribute, "AttributeType")
                    .oneOf(attribute, "AttributeType", List.of("B", "N", "S"))
                    .check();
            types.put(attribute.text("AttributeName", ""), ValueType.valueOf(attribute.text("AttributeType", "")));
        }
        return types;
    }

    private Capacity capacity(boolean onDemand) {
        if (onDemand && input.has("ProvisionedThroughput")) {
            throw Rejection.invalid("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode"
                    + " is PAY_PER_REQUEST");
        }
        if (!onDemand && !input.has("ProvisionedThroughput")) {
            throw Rejection.invalid("ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode"
                    + " is PROVISIONED");
        }
        return onDemand ? Capacity.ON_DEMAND : IndexReader.capacity(input);
    }

    private static void requireUsed(KeySchema keys, List<IndexDefinition> indexes, Map<String, ValueType> types) {
        Set<String> used = new LinkedHashSet<>(keys.names());
        indexes.forEach(index -> used.addAll(index.keys().names()));
        if (used.size() == types.size()) {
            return;
        }
        if (indexes.isEmpty()) {
            throw Rejection.invalid("Number of attributes in KeySchema does not exactly match number of attributes"
                    + " defined in AttributeDefinitions");
        }
        List<String> defined = new ArrayList<>(types.keySet());
        throw Rejection.invalid("Some AttributeDefinitions are not used. AttributeDefinitions: " + defined
                + ", keys used: " + List.copyOf(used));
    }
}
