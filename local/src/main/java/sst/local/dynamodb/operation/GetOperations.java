package sst.local.dynamodb.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** {@code GetItem} and {@code TransactGetItems}. */
public final class GetOperations {
    private static final int MAX_TRANSACTION = 100;

    private final Tables tables;

    /** The operations on these tables. */
    public GetOperations(Tables tables) {
        this.tables = tables;
    }

    /** By AWS's operation name. */
    public Map<String, Operation> operations() {
        return Map.of("GetItem", this::get, "TransactGetItems", this::transactGet);
    }

    private JsonNode get(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        Get get = read(input, context);
        Optional<Row> row = ItemWriter.shared(List.of(get.table), get::find);
        ObjectNode answer = Json.object();
        row.ifPresent(found -> answer.set("Item", get.selection.show(found)));
        new ConsumedCapacity(get.table.definition())
                .read(row.map(Row::size).orElse(0), input.flag("ConsistentRead"))
                .json(input.text("ReturnConsumedCapacity", "NONE"))
                .ifPresent(capacity -> answer.set("ConsumedCapacity", capacity));
        return answer;
    }

    private JsonNode transactGet(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        List<JsonNode> parts = input.list("TransactItems");
        if (parts.isEmpty() || parts.size() > MAX_TRANSACTION) {
            throw TransactWrite.wrongCount(parts.size());
        }
        List<Get> gets = new ArrayList<>();
        Set<Target> targets = new HashSet<>();
        for (JsonNode part : parts) {
            Input get = Input.of(Input.of(part)
                    .node("Get")
                    .orElseThrow(() -> Rejection.validation("TransactItems must contain Get")));
            Get one = read(get, context);
            if (!targets.add(new Target(one.table, one.key))) {
                throw Rejection.validation("Transaction request cannot include multiple operations on one item");
            }
            gets.add(one);
        }
        return answer(gets, input.text("ReturnConsumedCapacity", "NONE"));
    }

    private static JsonNode answer(List<Get> gets, String capacityMode) {
        List<Optional<Row>> rows = ItemWriter.shared(
                gets.stream().map(Get::table).toList(),
                () -> gets.stream().map(Get::find).toList());
        ObjectNode answer = Json.object();
        ArrayNode responses = answer.putArray("Responses");
        Map<Table, ConsumedCapacity> capacities = new LinkedHashMap<>();
        for (int i = 0; i < gets.size(); i++) {
            Get get = gets.get(i);
            ObjectNode response = responses.addObject();
            rows.get(i).ifPresent(row -> response.set("Item", get.selection.show(row)));
            capacities
                    .computeIfAbsent(get.table, table -> new ConsumedCapacity(table.definition(), 2))
                    .read(rows.get(i).map(Row::size).orElse(0), true);
        }
        CapacityList.put(answer, capacities.values(), capacityMode);
        return answer;
    }

    private Get read(Input input, CallContext context) {
        ItemSelection.refuseMixed(input);
        Item key = ValueReader.item(input.node("Key").orElseGet(input::json));
        ItemSelection selection = ItemSelection.of(input);
        Table table = tables.require(context.region(), input.text("TableName", ""));
        ItemRules.requireKey(table.definition(), key);
        selection.requireScalarKeys(table.definition());
        return new Get(table, key, selection);
    }

    private record Target(Table table, Item key) {}

    private record Get(Table table, Item key, ItemSelection selection) {
        Optional<Row> find() {
            return table.items().find(table.rowKey(key));
        }
    }
}
