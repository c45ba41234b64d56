package sst.local.dynamodb.update;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.SetValue;

/** {@code DELETE path set}: takes members out of a set; a set that becomes empty is removed. */
public record DeleteAction(Path path, SetValue members) implements Action {
    @Override
    public Optional<AttributeValue> outcome(Item before) {
        @Nullable AttributeValue present = path.resolve(before);
        if (present == null) {
            return Optional.empty();
        }
        if (!(present instanceof SetValue set) || set.type() != members.type()) {
            throw SetAction.wrongType();
        }
        SetValue rest = set.minus(members.members());
        return rest.members().isEmpty() ? Optional.empty() : Optional.of(rest);
    }
}
