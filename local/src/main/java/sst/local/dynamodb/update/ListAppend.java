package sst.local.dynamodb.update;

import java.util.List;
import java.util.Set;
import sst.local.dynamodb.document.AttributeNames;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ListValue;
import sst.local.dynamodb.value.ValueType;

/** {@code list_append(first, second)}. */
public record ListAppend(Operand first, Operand second) implements Operand {
    @Override
    public Set<String> attributes() {
        return AttributeNames.union(List.of(first.attributes(), second.attributes()));
    }

    @Override
    public AttributeValue resolve(Item item) {
        if (SetAction.needed(first, item) instanceof ListValue head
                && SetAction.needed(second, item) instanceof ListValue tail) {
            return head.append(tail);
        }
        throw SetAction.wrongType();
    }

    @Override
    public ValueType staticType() {
        return ValueType.L;
    }
}
