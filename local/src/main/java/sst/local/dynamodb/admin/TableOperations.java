package sst.local.dynamodb.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import sst.local.dynamodb.request.Constraints;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.table.TableDefinition;
import sst.local.dynamodb.table.Tables;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** Makes, shows, changes and deletes tables; every change is done when the call returns. */
public final class TableOperations {
    private static final int MAX_LISTED = 100;

    private final Tables tables;
    private final Clock clock;

    /** The operations on these tables. */
    public TableOperations(Tables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** By AWS's operation name. */
    public Map<String, Operation> operations() {
        return Map.of(
                "CreateTable", this::create,
                "DescribeTable", this::describe,
                "UpdateTable", this::update,
                "DeleteTable", this::delete,
                "ListTables", this::list);
    }

    /**
     * Makes a table.
     *
     * @param json {@code CreateTable}'s members
     * @throws AwsException when they are not valid or the name is taken
     */
    public Table make(ObjectNode json, CallContext context) {
        return tables.create(definition(json, context));
    }

    /**
     * Reads a definition without making the table.
     *
     * @param json {@code CreateTable}'s members
     * @throws AwsException when they are not valid
     */
    public TableDefinition definition(ObjectNode json, CallContext context) {
        long now = clock.millis();
        String seed = context.requestId() + "/" + json.path("TableName").asText() + "/" + now;
        String id = random(UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)))
                .toString();
        return new TableReader(new Input(json)).read(id, context.region(), now);
    }

    /** The same id with the version of random ones, which is what AWS gives. */
    private static UUID random(UUID named) {
        return new UUID((named.getMostSignificantBits() & ~0xF000L) | 0x4000L, named.getLeastSignificantBits());
    }

    /**
     * Deletes a table and its items.
     *
     * @throws AwsException when it is protected
     */
    public void drop(Table table) {
        table.lock().writeLock().lock();
        try {
            if (table.definition().settings().deletionProtected()) {
                throw Rejection.validation("Resource cannot be deleted as it is currently protected against deletion."
                        + " Disable deletion protection first.");
            }
            tables.drop(table);
        } finally {
            table.lock().writeLock().unlock();
        }
    }

    /** Gives a table another definition, whose indexes are filled before this returns. */
    public void redefine(Table table, UnaryOperator<TableDefinition> change) {
        table.lock().writeLock().lock();
        try {
            if (table.isDropped()) {
                throw Tables.notFound("Requested resource not found");
            }
            tables.redefine(table, change.apply(table.definition()));
        } finally {
            table.lock().writeLock().unlock();
        }
    }

    private JsonNode create(ObjectNode json, CallContext context) {
        return Json.object().set("TableDescription", TableDescription.of(make(json, context), "CREATING"));
    }

    private JsonNode describe(ObjectNode json, CallContext context) {
        Table table = named(new Input(json), context);
        return Json.object().set("Table", TableDescription.of(table, "ACTIVE"));
    }

    private JsonNode update(ObjectNode json, CallContext context) {
        TableUpdate update = new TableUpdate(new Input(json), clock.millis());
        update.check();
        Table table = named(new Input(json), context);
        redefine(table, update::apply);
        return Json.object().set("TableDescription", TableDescription.of(table, "UPDATING"));
    }

    private JsonNode delete(ObjectNode json, CallContext context) {
        Table table = named(new Input(json), context);
        ObjectNode description = TableDescription.of(table, "DELETING");
        drop(table);
        return Json.object().set("TableDescription", description);
    }

    private JsonNode list(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        new Constraints()
                .name(input, "ExclusiveStartTableName")
                .atLeast(input, "Limit", 1)
                .atMost(input, "Limit", MAX_LISTED)
                .check();
        int limit = input.number("Limit").map(Long::intValue).orElse(MAX_LISTED);
        List<String> names = tables.names(context.region(), input.text("ExclusiveStartTableName", ""));
        ObjectNode answer = Json.object();
        ArrayNode shown = answer.putArray("TableNames");
        names.stream().limit(limit).forEach(shown::add);
        if (names.size() > limit) {
            answer.put("LastEvaluatedTableName", names.get(limit - 1));
        }
        return answer;
    }

    private Table named(Input input, CallContext context) {
        Constraints constraints = new Constraints().required(input, "TableName");
        String name = input.text("TableName", "");
        (name.startsWith("arn:") ? constraints : constraints.name(input, "TableName")).check();
        return tables.find(context.region(), name)
                .orElseThrow(() -> Tables.notFound("Requested resource not found: Table: " + name + " not found"));
    }
}
