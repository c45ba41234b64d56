package sst.local.dynamodb.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.item.ConsumedCapacity;
import sst.local.dynamodb.item.ItemWrite;
import sst.local.dynamodb.item.ItemWriter;
import sst.local.dynamodb.item.Mutation;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.row.Row;
import sst.local.dynamodb.table.Change;
import sst.local.dynamodb.table.TableDefinition;
import sst.local.dynamodb.table.Tables;
import sst.local.dynamodb.value.Item;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** {@code PutItem}, {@code UpdateItem}, {@code DeleteItem}. */
public final class WriteOperations {
    private final Tables tables;

    /** The operations on these tables. */
    public WriteOperations(Tables tables) {
        this.tables = tables;
    }

    /** By AWS's operation name. */
    public Map<String, Operation> operations() {
        return Map.of(
                "PutItem", (json, context) -> oldOnly(json, context, WriteReader::put),
                "DeleteItem", (json, context) -> oldOnly(json, context, WriteReader::delete),
                "UpdateItem", this::update);
    }

    private JsonNode oldOnly(ObjectNode json, CallContext context, Function<WriteReader, ItemWrite> read) {
        Input input = new Input(json);
        String returned = input.text("ReturnValues", "NONE");
        if (!returned.equals("ALL_OLD") && !returned.equals("NONE")) {
            throw Rejection.validation("ReturnValues can only be ALL_OLD or NONE");
        }
        return run(input, read.apply(new WriteReader(tables, context.region(), input)));
    }

    private JsonNode update(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        return run(input, new WriteReader(tables, context.region(), input).update());
    }

    private static JsonNode run(Input input, ItemWrite write) {
        Change change = ItemWriter.run(write);
        TableDefinition table = write.table().definition();
        ObjectNode answer = Json.object();
        Item shown = shown(input.text("ReturnValues", "NONE"), write.mutation(), change);
        if (shown != null && !shown.attributes().isEmpty()) {
            answer.set("Attributes", Row.wire(shown));
        }
        new ConsumedCapacity(table)
                .write(change)
                .json(input.text("ReturnConsumedCapacity", "NONE"))
                .ifPresent(capacity -> answer.set("ConsumedCapacity", capacity));
        boolean collections = table.indexes().stream().anyMatch(index -> !index.global());
        if (collections && input.text("ReturnItemCollectionMetrics", "NONE").equals("SIZE")) {
            answer.set("ItemCollectionMetrics", metrics(table, change));
        }
        return answer;
    }

    private static @Nullable Item shown(String returned, Mutation mutation, Change change) {
        return switch (returned) {
            case "ALL_OLD" -> change.before();
            case "ALL_NEW" -> change.after();
            case "UPDATED_OLD" -> touched(mutation, change.before());
            case "UPDATED_NEW" -> touched(mutation, change.after());
            default -> null;
        };
    }

    private static @Nullable Item touched(Mutation mutation, @Nullable Item item) {
        return item != null && mutation instanceof Mutation.Modify modify
                ? modify.update().touched().of(item)
                : null;
    }

    /** The estimate is AWS's smallest range: collections are not measured. */
    private static ObjectNode metrics(TableDefinition table, Change change) {
        ObjectNode metrics = Json.object();
        metrics.set(
                "ItemCollectionKey",
                Row.wire(change.key().only(List.of(table.keys().hash()))));
        metrics.putArray("SizeEstimateRangeGB").add(0.0).add(1.0);
        return metrics;
    }
}
