package sst.local.dynamodb.document;

import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ValueType;

/** A value that the request itself gives. */
public record Literal(AttributeValue value) implements Operand {
    @Override
    public AttributeValue resolve(Item item) {
        return value;
    }

    @Override
    public ValueType staticType() {
        return value.type();
    }
}
