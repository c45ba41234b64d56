package sst.local.dynamodb.condition;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.BinaryValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ListValue;
import sst.local.dynamodb.value.MapValue;
import sst.local.dynamodb.value.NumberValue;
import sst.local.dynamodb.value.SetValue;
import sst.local.dynamodb.value.TextValue;
import sst.local.dynamodb.value.ValueType;

/** {@code size}: characters, bytes, or members; numbers, booleans and null have none. */
public record SizeOf(Operand operand) implements Operand {
    @Override
    public Set<String> attributes() {
        return operand.attributes();
    }

    @Override
    public @Nullable AttributeValue resolve(Item item) {
        int size = size(operand.resolve(item));
        return size < 0 ? null : new NumberValue(BigDecimal.valueOf(size));
    }

    @Override
    public ValueType staticType() {
        return ValueType.N;
    }

    private static int size(@Nullable AttributeValue value) {
        if (value instanceof TextValue text) {
            return text.text().length();
        }
        if (value instanceof BinaryValue binary) {
            return binary.bytes().length;
        }
        if (value instanceof SetValue set) {
            return set.members().size();
        }
        if (value instanceof ListValue list) {
            return list.elements().size();
        }
        return value instanceof MapValue map ? map.entries().size() : -1;
    }
}
