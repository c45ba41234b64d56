package sst.local.dynamodb.update;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ListValue;
import sst.local.dynamodb.value.NumberValue;
import sst.local.dynamodb.value.SetValue;

/** {@code ADD path value}: adds to a number or unites sets; the legacy parameter also appends to lists. */
public record AddAction(Path path, AttributeValue value) implements Action {
    @Override
    public Optional<AttributeValue> outcome(Item before) {
        @Nullable AttributeValue present = path.resolve(before);
        return Optional.of(present == null ? value : sum(present));
    }

    private AttributeValue sum(AttributeValue present) {
        if (present instanceof NumberValue left && value instanceof NumberValue right) {
            return NumberValue.of(left.number().add(right.number()));
        }
        if (present instanceof SetValue left && value instanceof SetValue right && left.type() == right.type()) {
            return left.plus(right);
        }
        if (present instanceof ListValue left && value instanceof ListValue right) {
            return left.append(right);
        }
        throw SetAction.wrongType();
    }
}
