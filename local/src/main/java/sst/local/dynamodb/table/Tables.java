package sst.local.dynamodb.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import sst.local.dynamodb.request.Rejection;
import sst.local.store.Store;
import sst.local.wire.AwsException;

/** All tables, by region and name; definitions are in the store, open tables in memory. */
public final class Tables {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Store store;
    private final ChangeListener listener;
    private final NavigableMap<String, JsonNode> definitions;
    private final NavigableMap<String, Table> open = new ConcurrentSkipListMap<>();

    /** The tables that the store holds. */
    public Tables(Store store, ChangeListener listener) {
        this.store = store;
        this.listener = listener;
        this.definitions = store.json("dynamodb/tables");
        definitions.forEach((key, json) -> open.put(key, new Table(store, listener, read(json))));
    }

    /** The table of that name, which may also be its ARN. */
    public Optional<Table> find(String region, String nameOrArn) {
        return Optional.ofNullable(open.get(key(region, name(nameOrArn))));
    }

    /**
     * The table of that name or ARN.
     *
     * @throws AwsException {@code ResourceNotFoundException}
     */
    public Table require(String region, String nameOrArn) {
        return find(region, nameOrArn).orElseThrow(() -> notFound("Requested resource not found"));
    }

    /**
     * Adds a table.
     *
     * @throws AwsException {@code ResourceInUseException} when the name is taken
     */
    public synchronized Table create(TableDefinition definition) {
        String key = key(definition.region(), definition.name());
        if (open.containsKey(key)) {
            throw new AwsException(400, "ResourceInUseException", "Table already exists: " + definition.name());
        }
        definitions.put(key, JSON.valueToTree(definition));
        Table table = new Table(store, listener, definition);
        open.put(key, table);
        return table;
    }

    /** Changes a table; the caller holds its lock exclusively. */
    public void redefine(Table table, TableDefinition changed) {
        table.atomically(() -> {
            definitions.put(key(changed.region(), changed.name()), JSON.valueToTree(changed));
            table.redefine(changed);
            return table;
        });
    }

    /** Drops a table and its items; the caller holds its lock exclusively. */
    public void drop(Table table) {
        String key = key(table.definition().region(), table.definition().name());
        open.remove(key);
        table.atomically(() -> {
            definitions.remove(key);
            table.drop();
            return table;
        });
    }

    /** The region's table names after the given one, in order. */
    public List<String> names(String region, String after) {
        return open.tailMap(key(region, after), false).values().stream()
                .map(Table::definition)
                .filter(definition -> definition.region().equals(region))
                .map(TableDefinition::name)
                .toList();
    }

    /** Every table of every region. */
    public List<Table> all() {
        return List.copyOf(open.values());
    }

    /** How many tables all regions have. */
    public int count() {
        return open.size();
    }

    /** A {@code ResourceNotFoundException}. */
    public static AwsException notFound(String text) {
        return new AwsException(400, "ResourceNotFoundException", text);
    }

    private static TableDefinition read(JsonNode json) {
        try {
            return JSON.treeToValue(json, TableDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the table definition in the store cannot be read: " + e.getMessage(), e);
        }
    }

    private static String name(String nameOrArn) {
        if (!nameOrArn.startsWith("arn:")) {
            return nameOrArn;
        }
        int from = nameOrArn.indexOf(":table/");
        if (from < 0) {
            throw Rejection.validation("Invalid TableArn: Invalid ResourceArn provided as input " + nameOrArn);
        }
        return nameOrArn.substring(from + ":table/".length()).split("/")[0];
    }

    private static String key(String region, String name) {
        return region + "/" + name;
    }
}
