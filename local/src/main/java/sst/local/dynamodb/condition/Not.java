package sst.local.dynamodb.condition;

import sst.local.dynamodb.value.Item;

/** The other does not hold. */
public record Not(Condition negated) implements Condition {
    @Override
    public boolean matches(Item item) {
        return !negated.matches(item);
    }
}
