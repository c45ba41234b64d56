package sst.local.dynamodb.condition;

import java.util.List;
import java.util.Set;
import sst.local.dynamodb.document.AttributeNames;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.value.Item;

/** Two operands compared. */
public record Comparison(Comparator operator, Operand left, Operand right) implements Condition {
    @Override
    public Set<String> attributes() {
        return AttributeNames.union(List.of(left.attributes(), right.attributes()));
    }

    @Override
    public boolean matches(Item item) {
        return operator.holds(left.resolve(item), right.resolve(item));
    }
}
