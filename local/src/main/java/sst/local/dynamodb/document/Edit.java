package sst.local.dynamodb.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ListValue;
import sst.local.dynamodb.value.MapValue;

/** Changes one place of an item; values are immutable, so everything above that place is made anew. */
public final class Edit {
    private Edit() {}

    /**
     * The item with a value at that path; an index past a list's end appends.
     *
     * @throws sst.local.wire.AwsException when the path's parent is not there
     */
    public static Item set(Item item, Path path, AttributeValue value) {
        return new Item(((MapValue) replace(new MapValue(item.attributes()), path.steps(), value)).entries());
    }

    /**
     * The item without what is at that path; no change when nothing is.
     *
     * @throws sst.local.wire.AwsException when the path's parent is not there
     */
    public static Item remove(Item item, Path path) {
        return new Item(((MapValue) replace(new MapValue(item.attributes()), path.steps(), null)).entries());
    }

    private static AttributeValue replace(
            AttributeValue parent, List<Path.Step> steps, @Nullable AttributeValue value) {
        Path.Step step = steps.get(0);
        if (steps.size() == 1) {
            return place(parent, step, value);
        }
        AttributeValue child = Path.child(parent, step);
        if (child == null) {
            throw invalidPath();
        }
        return place(parent, step, replace(child, steps.subList(1, steps.size()), value));
    }

    private static AttributeValue place(AttributeValue parent, Path.Step step, @Nullable AttributeValue value) {
        if (step instanceof Path.Step.Name name && parent instanceof MapValue map) {
            Map<String, AttributeValue> entries = new LinkedHashMap<>(map.entries());
            if (value == null) {
                entries.remove(name.name());
            } else {
                entries.put(name.name(), value);
            }
            return new MapValue(entries);
        }
        if (step instanceof Path.Step.Index index && parent instanceof ListValue list) {
            return place(list, index.index(), value);
        }
        throw invalidPath();
    }

    private static ListValue place(ListValue list, int index, @Nullable AttributeValue value) {
        List<AttributeValue> elements = new ArrayList<>(list.elements());
        boolean inside = index < elements.size();
        if (value == null) {
            if (inside) {
                elements.remove(index);
            }
        } else if (inside) {
            elements.set(index, value);
        } else {
            elements.add(value);
        }
        return new ListValue(elements);
    }

    private static RuntimeException invalidPath() {
        return Rejection.validation("The document path provided in the update expression is invalid for update");
    }
}
