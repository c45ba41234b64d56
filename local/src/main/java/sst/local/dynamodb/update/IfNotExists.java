package sst.local.dynamodb.update;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.document.AttributeNames;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ValueType;

/** {@code if_not_exists(path, otherwise)}. */
public record IfNotExists(Path path, Operand otherwise) implements Operand {
    @Override
    public Set<String> attributes() {
        return AttributeNames.union(List.of(path.attributes(), otherwise.attributes()));
    }

    @Override
    public @Nullable AttributeValue resolve(Item item) {
        @Nullable AttributeValue present = path.resolve(item);
        return present == null ? otherwise.resolve(item) : present;
    }

    @Override
    public @Nullable ValueType staticType() {
        return null;
    }
}
