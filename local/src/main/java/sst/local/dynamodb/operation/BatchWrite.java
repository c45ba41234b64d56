package sst.local.dynamodb.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.item.ConsumedCapacity;
import sst.local.dynamodb.item.ItemRules;
import sst.local.dynamodb.item.ItemWrite;
import sst.local.dynamodb.item.ItemWriter;
import sst.local.dynamodb.item.Mutation;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.table.Change;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.table.Tables;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ValueReader;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** {@code BatchWriteItem}: each write by itself, none left unprocessed, since nothing throttles here. */
public final class BatchWrite {
    private static final int MAX_WRITES = 25;

    private final Tables tables;

    /** The operation on these tables. */
    public BatchWrite(Tables tables) {
        this.tables = tables;
    }

    /** Runs the operation. */
    public JsonNode invoke(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        List<ItemWrite> writes = read(input, context);
        Map<Table, ConsumedCapacity> capacities = new LinkedHashMap<>();
        for (ItemWrite write : writes) {
            Change change = ItemWriter.run(write);
            capacities
                    .computeIfAbsent(write.table(), table -> new ConsumedCapacity(table.definition()))
                    .write(change);
        }
        ObjectNode answer = Json.object();
        answer.putObject("UnprocessedItems");
        CapacityList.put(answer, capacities.values(), input.text("ReturnConsumedCapacity", "NONE"));
        return answer;
    }

    private List<ItemWrite> read(Input input, CallContext context) {
        Set<Map.Entry<String, JsonNode>> requests =
                input.object("RequestItems").map(ObjectNode::properties).orElse(Set.of());
        int count = requests.stream().mapToInt(entry -> entry.getValue().size()).sum();
        if (count > MAX_WRITES) {
            throw Rejection.validation("Too many items requested for the BatchWriteItem call");
        }
        IdentityHashMap<JsonNode, Item> items = new IdentityHashMap<>();
        requests.forEach(entry -> entry.getValue().forEach(request -> items.put(request, item(Input.of(request)))));
        List<ItemWrite> writes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : requests) {
            Table table = tables.require(context.region(), entry.getKey());
            Set<Item> keys = new HashSet<>();
            for (JsonNode request : entry.getValue()) {
                ItemWrite write = write(table, Input.of(request), items.get(request));
                if (!keys.add(write.key())) {
                    throw Rejection.validation("Provided list of item keys contains duplicates");
                }
                writes.add(write);
            }
        }
        return writes;
    }

    /** The item to put, or the key of the one to delete. */
    private static Item item(Input request) {
        if (request.has("PutRequest") == request.has("DeleteRequest")) {
            throw Rejection.validation("Supplied AttributeValue has more than one datatypes set, must contain exactly"
                    + " one of the supported datatypes");
        }
        boolean isDelete = request.has("DeleteRequest");
        JsonNode json = request.json();
        Item item = ValueReader.item(
                isDelete
                        ? json.path("DeleteRequest").path("Key")
                        : json.path("PutRequest").path("Item"));
        if (item.size() > ItemRules.MAX_ITEM_SIZE) {
            throw Rejection.validation("Item size has exceeded the maximum allowed size");
        }
        return item;
    }

    private static ItemWrite write(Table table, Input request, @Nullable Item read) {
        Item item = Objects.requireNonNull(read);
        if (request.has("DeleteRequest")) {
            ItemRules.requireKey(table.definition(), item);
            return ItemWrite.of(table, item, new Mutation.Delete());
        }
        ItemRules.requireKeyTypes(table.definition(), item);
        ItemRules.requireItem(table.definition(), item);
        return ItemWrite.of(table, item.only(table.definition().keys().names()), new Mutation.Put(item));
    }
}
