package sst.local.dynamodb.condition;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ValueType;

/** {@code attribute_type}. */
public record HasType(Operand operand, ValueType type) implements Condition {
    @Override
    public Set<String> attributes() {
        return operand.attributes();
    }

    @Override
    public boolean matches(Item item) {
        @Nullable AttributeValue value = operand.resolve(item);
        return value != null && value.type() == type;
    }
}
