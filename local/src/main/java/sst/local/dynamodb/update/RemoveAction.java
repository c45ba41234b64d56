package sst.local.dynamodb.update;

import java.util.Optional;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;

/** {@code REMOVE path}. */
public record RemoveAction(Path path) implements Action {
    @Override
    public Optional<AttributeValue> outcome(Item before) {
        return Optional.empty();
    }
}
