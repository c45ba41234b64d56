package sst.local.dynamodb.condition;

import java.util.Set;
import sst.local.dynamodb.value.Item;

/** The other does not hold. */
public record Not(Condition negated) implements Condition {
    @Override
    public Set<String> attributes() {
        return negated.attributes();
    }

    @Override
    public boolean matches(Item item) {
        return !negated.matches(item);
    }
}
