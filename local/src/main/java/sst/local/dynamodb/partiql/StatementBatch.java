package sst.local.dynamodb.partiql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sst.local.dynamodb.item.ConsumedCapacity;
import sst.local.dynamodb.item.ItemWrite;
import sst.local.dynamodb.item.ItemWriter;
import sst.local.dynamodb.operation.CapacityList;
import sst.local.dynamodb.partiql.syntax.Statement;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.row.Row;
import sst.local.dynamodb.table.Change;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.table.Tables;
import sst.local.dynamodb.value.Item;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** {@code BatchExecuteStatement}: each statement by itself; one that fails says so in its place of the answer. */
final class StatementBatch {
    private static final String NAME = "BatchExecuteStatement";

    private final Tables tables;

    StatementBatch(Tables tables) {
        this.tables = tables;
    }

    JsonNode invoke(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        ObjectNode answer = Json.object();
        ArrayNode responses = answer.putArray("Responses");
        Map<Table, ConsumedCapacity> capacities = new LinkedHashMap<>();
        for (JsonNode part : input.list("Statements")) {
            Call call = new Call(Input.of(part));
            try {
                responses.add(run(call, context, capacities));
            } catch (AwsException refused) {
                responses.add(refusal(refused));
            }
        }
        CapacityList.put(answer, capacities.values(), input.text("ReturnConsumedCapacity", "NONE"));
        return answer;
    }

    private ObjectNode run(Call call, CallContext context, Map<Table, ConsumedCapacity> capacities) {
        Statement statement = call.statement();
        if (statement instanceof Statement.Exists) {
            throw Rejection.validation("EXISTS() is only supported in ExecuteTransaction");
        }
        ObjectNode response = Json.object();
        if (statement instanceof Statement.Select select) {
            Selects.Get get = new Selects(tables, context.region()).get(select, NAME);
            ItemWriter.shared(List.of(get.table()), get::find)
                    .ifPresentOrElse(
                            row -> {
                                response.set("Item", Row.wire(get.shown().apply(row.item())));
                                capacity(capacities, get.table()).read(row.size(), call.isConsistent());
                            },
                            () -> capacity(capacities, get.table()).read(0, call.isConsistent()));
            return response.put("TableName", get.table().definition().name());
        }
        ItemWrite write = new Writes(tables, context.region()).of(statement, call.showsOld());
        Change change = ItemWriter.run(write);
        capacity(capacities, write.table()).write(change);
        Item shown = Writes.shown(statement, change);
        if (shown != null) {
            response.set("Item", Row.wire(shown));
        }
        return response.put("TableName", write.table().definition().name());
    }

    private static ConsumedCapacity capacity(Map<Table, ConsumedCapacity> all, Table table) {
        return all.computeIfAbsent(table, each -> new ConsumedCapacity(each.definition()));
    }

    private static ObjectNode refusal(AwsException refused) {
        String code = refused.code().equals("ValidationException")
                ? "ValidationError"
                : refused.code().replaceFirst("Exception$", "");
        ObjectNode error = Json.object().put("Code", code).put("Message", refused.text());
        if (refused.members().get("Item") instanceof JsonNode item) {
            error.set("Item", item);
        }
        ObjectNode response = Json.object();
        response.set("Error", error);
        return response;
    }
}
