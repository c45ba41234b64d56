package sst.local.dynamodb.document;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ListValue;
import sst.local.dynamodb.value.MapValue;

/** A document path such as {@code a.b[2]}; its first step is a top-level attribute's name. */
public record Path(List<Step> steps) implements Operand {
    public Path {
        steps = List.copyOf(steps);
    }

    /** The path of a top-level attribute. */
    public static Path of(String name) {
        return new Path(List.of(new Step.Name(name)));
    }

    /** The top-level attribute. */
    public String head() {
        return steps.get(0) instanceof Step.Name name ? name.name() : "";
    }

    /** Whether it goes inside a list or map. */
    public boolean isNested() {
        return steps.size() > 1;
    }

    @Override
    public Set<String> attributes() {
        return Set.of(head());
    }

    @Override
    public @Nullable AttributeValue resolve(Item item) {
        AttributeValue value = item.get(head());
        for (int i = 1; i < steps.size() && value != null; i++) {
            value = child(value, steps.get(i));
        }
        return value;
    }

    static @Nullable AttributeValue child(AttributeValue parent, Step step) {
        if (step instanceof Step.Name name && parent instanceof MapValue map) {
            return map.entries().get(name.name());
        }
        if (step instanceof Step.Index index && parent instanceof ListValue list) {
            return index.index() < list.elements().size() ? list.elements().get(index.index()) : null;
        }
        return null;
    }

    /** The path as AWS's error texts show it, such as {@code [a, [2], b]}. */
    @Override
    public String toString() {
        return steps.toString();
    }

    /** One step of a path. */
    public sealed interface Step {
        /** Into a map. */
        record Name(String name) implements Step {
            @Override
            public String toString() {
                return name;
            }
        }

        /** Into a list. */
        record Index(int index) implements Step {
            @Override
            public String toString() {
                return "[" + index + "]";
            }
        }
    }
}
