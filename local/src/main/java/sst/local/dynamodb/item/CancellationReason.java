package sst.local.dynamodb.item;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sst.local.dynamodb.row.Row;
import sst.local.dynamodb.value.Item;
import sst.local.wire.AwsException;

/**
 * Why one write of a transaction stood in its way.
 *
 * @param code AWS's code; {@code None} when it did not
 * @param message AWS's text; empty for none
 * @param item the item that a condition refused, when it was asked for
 */
record CancellationReason(String code, String message, ObjectNode item) {
    static final CancellationReason NONE = new CancellationReason("None", "", JsonNodeFactory.instance.objectNode());

    static CancellationReason conditionFailed(Optional<Item> before) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        before.ifPresent(found -> item.set("Item", Row.wire(found)));
        return new CancellationReason("ConditionalCheckFailed", "The conditional request failed", item);
    }

    static CancellationReason refused(AwsException error) {
        boolean isDuplicate = error.code().equals("DuplicateItemException");
        return new CancellationReason(
                isDuplicate ? "DuplicateItem" : "ValidationError", error.text(), JsonNodeFactory.instance.objectNode());
    }

    static void requireNone(List<CancellationReason> reasons) {
        if (reasons.stream().allMatch(reason -> reason.code.equals("None"))) {
            return;
        }
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        reasons.forEach(reason -> json.add(reason.json()));
        throw new AwsException(
                400,
                "TransactionCanceledException",
                "Transaction cancelled, please refer cancellation reasons for specific reasons "
                        + reasons.stream().map(CancellationReason::code).collect(Collectors.joining(", ", "[", "]")),
                Map.of("CancellationReasons", json));
    }

    private ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("Code", code);
        if (!message.isEmpty()) {
            json.put("Message", message);
        }
        json.setAll(item);
        return json;
    }
}
