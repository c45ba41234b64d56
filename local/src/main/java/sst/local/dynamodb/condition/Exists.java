package sst.local.dynamodb.condition;

import java.util.Set;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.value.Item;

/** {@code attribute_exists}; its opposite is {@code attribute_not_exists}. */
public record Exists(Path path, boolean expected) implements Condition {
    @Override
    public Set<String> attributes() {
        return path.attributes();
    }

    @Override
    public boolean matches(Item item) {
        return (path.resolve(item) != null) == expected;
    }
}
