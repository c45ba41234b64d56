package sst.local.dynamodb.operation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import sst.local.dynamodb.item.ConsumedCapacity;
import sst.local.wire.codec.Json;

/** The {@code ConsumedCapacity} of operations that touch several tables: a list, one element a table. */
public final class CapacityList {
    private CapacityList() {}

    /** Adds the list to an answer, when the call asked for it. */
    public static void put(ObjectNode answer, Collection<ConsumedCapacity> capacities, String mode) {
        ArrayNode list = Json.object().arrayNode();
        capacities.forEach(capacity -> capacity.json(mode).ifPresent(list::add));
        if (!list.isEmpty()) {
            answer.set("ConsumedCapacity", list);
        }
    }
}
