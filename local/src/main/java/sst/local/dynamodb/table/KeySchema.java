package sst.local.dynamodb.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;

/**
 * The key attributes of a table or index.
 *
 * @param hash the partition key's name
 * @param range the sort key's name, if there is one
 */
public record KeySchema(String hash, @Nullable String range) {
    /** The names, partition key first. */
    public List<String> names() {
        return range == null ? List.of(hash) : List.of(hash, range);
    }

    /** The item's key values in order; fewer than {@link #names()} when the item lacks one. */
    public List<AttributeValue> values(Item item) {
        List<AttributeValue> values = new ArrayList<>(2);
        for (String name : names()) {
            AttributeValue value = item.get(name);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
