package sst.local.dynamodb.condition;

import sst.local.dynamodb.value.Item;

/** At least one holds. */
public record Or(Condition left, Condition right) implements Condition {
    @Override
    public boolean matches(Item item) {
        return left.matches(item) || right.matches(item);
    }
}
