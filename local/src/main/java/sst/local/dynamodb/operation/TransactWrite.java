package sst.local.dynamodb.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sst.local.dynamodb.item.ConsumedCapacity;
import sst.local.dynamodb.item.ItemWrite;
import sst.local.dynamodb.item.ItemWriter;
import sst.local.dynamodb.item.Mutation;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.table.Change;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.table.Tables;
import sst.local.dynamodb.value.Item;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** {@code TransactWriteItems}: all writes or none, and once only for one client token. */
public final class TransactWrite {
    private static final int MAX_WRITES = 100;
    private static final long MAX_BYTES = 4L * 1024 * 1024;

    private final Tables tables;
    private final RequestTokens tokens;

    /** The operation on these tables. */
    public TransactWrite(Tables tables, RequestTokens tokens) {
        this.tables = tables;
        this.tokens = tokens;
    }

    /** Runs the operation. */
    public JsonNode invoke(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        List<JsonNode> parts = input.list("TransactItems");
        if (parts.isEmpty() || parts.size() > MAX_WRITES) {
            throw wrongCount(parts.size());
        }
        List<ItemWrite> writes = new ArrayList<>();
        Set<Target> targets = new HashSet<>();
        for (JsonNode part : parts) {
            ItemWrite write = read(Input.of(part), context);
            if (!targets.add(new Target(write.table(), write.key()))) {
                throw Rejection.validation("Transaction request cannot include multiple operations on one item");
            }
            writes.add(write);
        }
        requireSize(writes);
        String mode = input.text("ReturnConsumedCapacity", "NONE");
        return input.text("ClientRequestToken")
                .map(token -> tokens.once(context.region() + "/" + token, parts.toString(), () -> run(writes, mode)))
                .orElseGet(() -> run(writes, mode));
    }

    static AwsException wrongCount(int size) {
        return Rejection.validation("1 validation error detected: Value '[]' at 'transactItems' failed to satisfy"
                + " constraint: Member must have length "
                + (size == 0 ? "greater than or equal to 1" : "less than or equal to " + MAX_WRITES));
    }

    private static JsonNode run(List<ItemWrite> writes, String mode) {
        List<Change> changes = ItemWriter.runAll(writes);
        Map<Table, ConsumedCapacity> capacities = new LinkedHashMap<>();
        for (int i = 0; i < writes.size(); i++) {
            capacities
                    .computeIfAbsent(writes.get(i).table(), table -> new ConsumedCapacity(table.definition(), 2))
                    .write(changes.get(i));
        }
        ObjectNode answer = Json.object();
        CapacityList.put(answer, capacities.values(), mode);
        return answer;
    }

    private static void requireSize(List<ItemWrite> writes) {
        long bytes = writes.stream()
                .map(ItemWrite::mutation)
                .mapToLong(mutation ->
                        mutation instanceof Mutation.Put put ? put.item().size() : 0)
                .sum();
        if (bytes > MAX_BYTES) {
            throw Rejection.validation("Transaction request size has exceeded the maximum allowed size");
        }
    }

    private ItemWrite read(Input part, CallContext context) {
        if (part.json().size() != 1) {
            throw Rejection.validation("TransactItems can only contain one of Check, Put, Update or Delete");
        }
        String kind = part.json().fieldNames().next();
        Input input = Input.of(part.json().path(kind));
        WriteReader reader = new WriteReader(tables, context.region(), input);
        return switch (kind) {
            case "Put" -> reader.put();
            case "Update" -> reader.update();
            case "Delete" -> reader.delete();
            case "ConditionCheck" -> reader.check();
            default -> throw Rejection.validation("TransactItems can only contain one of Check, Put, Update or Delete");
        };
    }

    private record Target(Table table, Item key) {}
}
