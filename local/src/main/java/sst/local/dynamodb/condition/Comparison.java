package sst.local.dynamodb.condition;

import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.value.Item;

/** Two operands compared. */
public record Comparison(Comparator operator, Operand left, Operand right) implements Condition {
    @Override
    public boolean matches(Item item) {
        return operator.holds(left.resolve(item), right.resolve(item));
    }
}
