package sst.local.dynamodb.document;

import java.util.Set;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ValueType;

/** A value that the request itself gives. */
public record Literal(AttributeValue value) implements Operand {
    @Override
    public Set<String> attributes() {
        return Set.of();
    }

    @Override
    public AttributeValue resolve(Item item) {
        return value;
    }

    @Override
    public ValueType staticType() {
        return value.type();
    }
}
