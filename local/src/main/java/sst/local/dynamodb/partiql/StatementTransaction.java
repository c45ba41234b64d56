package sst.local.dynamodb.partiql;

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
import sst.local.dynamodb.item.ItemWrite;
import sst.local.dynamodb.item.ItemWriter;
import sst.local.dynamodb.operation.CapacityList;
import sst.local.dynamodb.operation.RequestTokens;
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

/** {@code ExecuteTransaction}: all reads at one moment, or all writes or none. */
final class StatementTransaction {
    private static final String NAME = "ExecuteTransaction";

    private final Tables tables;
    private final RequestTokens tokens;

    StatementTransaction(Tables tables, RequestTokens tokens) {
        this.tables = tables;
        this.tokens = tokens;
    }

    JsonNode invoke(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        String mode = input.text("ReturnConsumedCapacity", "NONE");
        List<JsonNode> parts = input.list("TransactStatements");
        List<Selects.Get> gets = new ArrayList<>();
        List<ItemWrite> writes = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            try {
                read(new Call(Input.of(parts.get(i))), context, gets, writes);
            } catch (AwsException refused) {
                throw refused.code().equals("ValidationException")
                        ? Rejection.validation("Validation failed in TransactStatements[" + i + "]: " + refused.text())
                        : refused;
            }
        }
        if (!gets.isEmpty() && !writes.isEmpty()) {
            throw Rejection.validation(
                    "ExecuteTransaction API does not support both read and write operations in the same" + " request.");
        }
        if (!gets.isEmpty()) {
            return answer(gets, mode);
        }
        requireDistinct(writes);
        return input.text("ClientRequestToken")
                .map(token -> tokens.once(context.region() + "/" + token, parts.toString(), () -> run(writes, mode)))
                .orElseGet(() -> run(writes, mode));
    }

    private void read(Call call, CallContext context, List<Selects.Get> gets, List<ItemWrite> writes) {
        Statement statement = call.statement();
        if (statement instanceof Statement.Select select) {
            gets.add(new Selects(tables, context.region()).get(select, NAME));
            return;
        }
        boolean isReturning = (statement instanceof Statement.Modify modify
                        && modify.returning().isPresent())
                || (statement instanceof Statement.Delete delete
                        && delete.returning().isPresent());
        if (isReturning) {
            throw Rejection.validation("RETURNING clause is not supported in ExecuteTransaction.");
        }
        writes.add(new Writes(tables, context.region()).of(statement, call.showsOld()));
    }

    private static JsonNode answer(List<Selects.Get> gets, String mode) {
        List<Optional<Row>> rows = ItemWriter.shared(
                gets.stream().map(Selects.Get::table).toList(),
                () -> gets.stream().map(Selects.Get::find).toList());
        ObjectNode answer = Json.object();
        ArrayNode responses = answer.putArray("Responses");
        Map<Table, ConsumedCapacity> capacities = new LinkedHashMap<>();
        for (int i = 0; i < gets.size(); i++) {
            Selects.Get get = gets.get(i);
            ObjectNode response = responses.addObject();
            rows.get(i)
                    .ifPresent(row -> response.set("Item", Row.wire(get.shown().apply(row.item()))));
            capacity(capacities, get.table()).read(rows.get(i).map(Row::size).orElse(0), true);
        }
        CapacityList.put(answer, capacities.values(), mode);
        return answer;
    }

    private static JsonNode run(List<ItemWrite> writes, String mode) {
        List<Change> changes = ItemWriter.runAll(writes);
        ObjectNode answer = Json.object();
        ArrayNode responses = answer.putArray("Responses");
        Map<Table, ConsumedCapacity> capacities = new LinkedHashMap<>();
        for (int i = 0; i < writes.size(); i++) {
            responses.addObject();
            capacity(capacities, writes.get(i).table()).write(changes.get(i));
        }
        CapacityList.put(answer, capacities.values(), mode);
        return answer;
    }

    private static ConsumedCapacity capacity(Map<Table, ConsumedCapacity> all, Table table) {
        return all.computeIfAbsent(table, each -> new ConsumedCapacity(each.definition(), 2));
    }

    private static void requireDistinct(List<ItemWrite> writes) {
        Set<Target> targets = new HashSet<>();
        for (ItemWrite write : writes) {
            if (!targets.add(new Target(write.table(), write.key()))) {
                throw Rejection.validation("Transaction request cannot include multiple operations on one item");
            }
        }
    }

    private record Target(Table table, Item key) {}
}
