package sst.local.dynamodb.condition;

import java.util.List;
import java.util.Set;
import sst.local.dynamodb.document.AttributeNames;
import sst.local.dynamodb.value.Item;

/** At least one holds. */
public record Or(Condition left, Condition right) implements Condition {
    @Override
    public Set<String> attributes() {
        return AttributeNames.union(List.of(left.attributes(), right.attributes()));
    }

    @Override
    public boolean matches(Item item) {
        return left.matches(item) || right.matches(item);
    }
}
