package sst.local.dynamodb.update;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import sst.local.dynamodb.document.AttributeNames;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.NumberValue;
import sst.local.dynamodb.value.ValueType;

/**
 * {@code left + right} or {@code left - right}.
 *
 * @param minus whether the right operand is taken away
 */
public record Arithmetic(boolean minus, Operand left, Operand right) implements Operand {
    @Override
    public Set<String> attributes() {
        return AttributeNames.union(List.of(left.attributes(), right.attributes()));
    }

    @Override
    public AttributeValue resolve(Item item) {
        if (SetAction.needed(left, item) instanceof NumberValue a
                && SetAction.needed(right, item) instanceof NumberValue b) {
            BigDecimal step = minus ? b.number().negate() : b.number();
            return NumberValue.of(a.number().add(step));
        }
        throw SetAction.wrongType();
    }

    @Override
    public ValueType staticType() {
        return ValueType.N;
    }
}
