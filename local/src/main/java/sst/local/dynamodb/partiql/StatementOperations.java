package sst.local.dynamodb.partiql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import sst.local.dynamodb.item.ConsumedCapacity;
import sst.local.dynamodb.item.ItemWrite;
import sst.local.dynamodb.item.ItemWriter;
import sst.local.dynamodb.operation.RequestTokens;
import sst.local.dynamodb.partiql.syntax.Statement;
import sst.local.dynamodb.query.SelectPages;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.row.Row;
import sst.local.dynamodb.table.Change;
import sst.local.dynamodb.table.Tables;
import sst.local.dynamodb.value.Item;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** {@code ExecuteStatement}, and the operations that take several statements. */
public final class StatementOperations {
    private final Tables tables;
    private final RequestTokens tokens;

    /** The operations on these tables. */
    public StatementOperations(Tables tables, RequestTokens tokens) {
        this.tables = tables;
        this.tokens = tokens;
    }

    /** By AWS's operation name. */
    public Map<String, Operation> operations() {
        return Map.of(
                "ExecuteStatement", this::execute,
                "BatchExecuteStatement", new StatementBatch(tables)::invoke,
                "ExecuteTransaction", new StatementTransaction(tables, tokens)::invoke);
    }

    private JsonNode execute(ObjectNode json, CallContext context) {
        Call call = new Call(new Input(json));
        Statement statement = call.statement();
        if (statement instanceof Statement.Exists) {
            throw Rejection.validation("EXISTS() is only supported in ExecuteTransaction");
        }
        return statement instanceof Statement.Select select
                ? select(call, select, context)
                : write(call, statement, context);
    }

    private JsonNode select(Call call, Statement.Select select, CallContext context) {
        Selects selects = new Selects(tables, context.region());
        SelectPages pages = selects.pages(select, call.isConsistent());
        SelectPages.Place from = NextToken.read(call.input().text("NextToken"), call.identity());
        int limit = call.input().number("Limit").map(Math::toIntExact).orElse(Integer.MAX_VALUE);
        SelectPages.Read read = ItemWriter.shared(
                List.of(selects.table(select)), () -> pages.read(from, limit, new Shown(select.shown())));
        ObjectNode answer = Json.object();
        answer.putArray("Items").addAll(read.items());
        read.next().ifPresent(place -> {
            answer.put("NextToken", NextToken.write(place, call.identity()));
            if (place.after() != null) {
                answer.set("LastEvaluatedKey", Row.wire(place.after()));
            }
        });
        return counted(call, answer, pages.capacity(read, call.isConsistent()));
    }

    private JsonNode write(Call call, Statement statement, CallContext context) {
        ItemWrite write = new Writes(tables, context.region()).of(statement, call.showsOld());
        Change change = ItemWriter.run(write);
        ObjectNode answer = Json.object();
        Item shown = Writes.shown(statement, change);
        answer.putArray("Items");
        if (shown != null) {
            answer.withArray("Items").add(Row.wire(shown));
        }
        return counted(call, answer, new ConsumedCapacity(write.table().definition()).write(change));
    }

    private static JsonNode counted(Call call, ObjectNode answer, ConsumedCapacity capacity) {
        capacity.json(call.input().text("ReturnConsumedCapacity", "NONE"))
                .ifPresent(json -> answer.set("ConsumedCapacity", json));
        return answer;
    }
}
