package sst.local.dynamodb.condition;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.document.AttributeNames;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;

/** The operand lies between two others or is equal to one of them. */
public record Between(Operand operand, Operand lower, Operand upper) implements Condition {
    @Override
    public Set<String> attributes() {
        return AttributeNames.union(List.of(operand.attributes(), lower.attributes(), upper.attributes()));
    }

    @Override
    public boolean matches(Item item) {
        @Nullable AttributeValue value = operand.resolve(item);
        return Comparator.GE.holds(value, lower.resolve(item)) && Comparator.LE.holds(value, upper.resolve(item));
    }
}
