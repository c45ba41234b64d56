package sst.local.dynamodb.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import sst.local.dynamodb.value.Item;

/**
 * A stored item: four bytes of its size by DynamoDB's rules, then its wire form. So a page of whole items is copied from
 * the store to the answer without being taken apart.
 */
public record Row(byte[] key, byte[] stored) {
    private static final int HEADER = 4;

    /** The row's bytes for an item. */
    public static byte[] encode(Item item) {
        byte[] json = ItemJson.write(item);
        return ByteBuffer.allocate(HEADER + json.length)
                .putInt(Math.toIntExact(item.size()))
                .put(json)
                .array();
    }

    /** The item's size by DynamoDB's rules. */
    public int size() {
        return size(stored);
    }

    static int size(byte[] stored) {
        return ByteBuffer.wrap(stored).getInt();
    }

    /** The item. */
    public Item item() {
        return ItemJson.read(stored, HEADER);
    }

    /** An item's wire form as a node that is copied into the answer as it is. */
    public static JsonNode wire(Item item) {
        return raw(new String(ItemJson.write(item), StandardCharsets.UTF_8));
    }

    /** The item's wire form as a node that is copied into the answer as it is. */
    public JsonNode wire() {
        return raw(new String(stored, HEADER, stored.length - HEADER, StandardCharsets.UTF_8));
    }

    private static JsonNode raw(String json) {
        return new POJONode(new RawValue(json));
    }
}
