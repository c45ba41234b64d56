package sst.local.dynamodb.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sst.local.dynamodb.item.ConsumedCapacity;
import sst.local.dynamodb.item.ItemRules;
import sst.local.dynamodb.item.ItemWriter;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.row.Row;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.table.Tables;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ValueReader;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** {@code BatchGetItem}: keys past 16 MB of items come back as unprocessed. */
public final class BatchGet {
    private static final int MAX_KEYS = 100;
    private static final long MAX_BYTES = 16L * 1024 * 1024;

    private final Tables tables;

    /** The operation on these tables. */
    public BatchGet(Tables tables) {
        this.tables = tables;
    }

    /** Runs the operation. */
    public JsonNode invoke(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        Set<Map.Entry<String, JsonNode>> requests =
                input.object("RequestItems").map(ObjectNode::properties).orElse(Set.of());
        if (requests.stream()
                        .mapToInt(entry -> entry.getValue().path("Keys").size())
                        .sum()
                > MAX_KEYS) {
            throw Rejection.validation("Too many items requested for the BatchGetItem call");
        }
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : requests) {
            parts.add(read(entry.getKey(), Input.of(entry.getValue()), context));
        }
        return answer(parts, input.text("ReturnConsumedCapacity", "NONE"));
    }

    private Part read(String name, Input request, CallContext context) {
        ItemSelection selection = ItemSelection.of(request);
        List<Item> keys = request.list("Keys").stream().map(ValueReader::item).toList();
        if (new HashSet<>(keys).size() < keys.size()) {
            throw Rejection.validation("Provided list of item keys contains duplicates");
        }
        Table table = tables.require(context.region(), name);
        keys.forEach(key -> ItemRules.requireKey(table.definition(), key));
        selection.requireScalarKeys(table.definition());
        return new Part(name, table, request, new Wanted(keys, selection));
    }

    private static JsonNode answer(List<Part> parts, String capacityMode) {
        ObjectNode answer = Json.object();
        ObjectNode responses = answer.putObject("Responses");
        ObjectNode unprocessed = answer.putObject("UnprocessedKeys");
        List<ConsumedCapacity> capacities = new ArrayList<>();
        long bytes = 0;
        for (Part part : parts) {
            ConsumedCapacity capacity = new ConsumedCapacity(part.table.definition());
            ArrayNode shown = responses.putArray(part.name);
            for (JsonNode key : part.request.list("Keys")) {
                if (bytes > MAX_BYTES) {
                    part.leave(unprocessed, key);
                    continue;
                }
                Optional<Row> row = part.find(ValueReader.item(key));
                row.ifPresent(found -> shown.add(part.wanted.selection.show(found)));
                int size = row.map(Row::size).orElse(0);
                bytes += size;
                capacity.read(size, part.request.flag("ConsistentRead"));
            }
            capacities.add(capacity);
        }
        CapacityList.put(answer, capacities, capacityMode);
        return answer;
    }

    private record Wanted(List<Item> keys, ItemSelection selection) {}

    private record Part(String name, Table table, Input request, Wanted wanted) {
        Optional<Row> find(Item key) {
            return ItemWriter.shared(List.of(table), () -> table.items().find(table.rowKey(key)));
        }

        void leave(ObjectNode unprocessed, JsonNode key) {
            if (!unprocessed.has(name)) {
                unprocessed.set(name, request.json().deepCopy().without("Keys"));
            }
            ((ObjectNode) unprocessed.path(name)).withArray("Keys").add(key);
        }
    }
}
