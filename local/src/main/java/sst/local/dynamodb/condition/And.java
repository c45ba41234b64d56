package sst.local.dynamodb.condition;

import sst.local.dynamodb.value.Item;

/** Both hold. */
public record And(Condition left, Condition right) implements Condition {
    @Override
    public boolean matches(Item item) {
        return left.matches(item) && right.matches(item);
    }
}
