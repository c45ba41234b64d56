package sst.local.dynamodb.update;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;

/** {@code SET path = operand}. */
public record SetAction(Path path, Operand operand) implements Action {
    @Override
    public Optional<AttributeValue> outcome(Item before) {
        return Optional.of(needed(operand, before));
    }

    static AttributeValue needed(Operand operand, Item before) {
        @Nullable AttributeValue value = operand.resolve(before);
        if (value == null) {
            throw Rejection.validation(
                    "The provided expression refers to an attribute that does not exist in the item");
        }
        return value;
    }

    static RuntimeException wrongType() {
        return Rejection.validation("An operand in the update expression has an incorrect data type");
    }
}
