package sst.local.dynamodb.value;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An item, or the key attributes of one: values by attribute name. */
public record Item(Map<String, AttributeValue> attributes) {
    /** An item without attributes, which conditions see where there is no item. */
    public static final Item EMPTY = new Item(Map.of());

    public Item {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** The attribute's value; null when the item has none of that name. */
    public @Nullable AttributeValue get(String name) {
        return attributes.get(name);
    }

    /** The item with that attribute set. */
    public Item with(String name, AttributeValue value) {
        Map<String, AttributeValue> changed = new LinkedHashMap<>(attributes);
        changed.put(name, value);
        return new Item(changed);
    }

    /** The attributes of these names, as far as there are any. */
    public Item only(Collection<String> names) {
        Map<String, AttributeValue> kept = new LinkedHashMap<>();
        for (String name : names) {
            AttributeValue value = attributes.get(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return new Item(kept);
    }

    /** Bytes of names and values by DynamoDB's sizing rules. */
    public long size() {
        long size = 0;
        for (Map.Entry<String, AttributeValue> entry : attributes.entrySet()) {
            size += TextValue.utf8Length(entry.getKey()) + entry.getValue().size();
        }
        return size;
    }
}
