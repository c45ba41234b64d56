package sst.local.dynamodb.condition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;

/** The operand equals one of a list: {@code IN}. */
public record OneOf(Operand operand, List<Operand> choices) implements Condition {
    public OneOf {
        choices = List.copyOf(choices);
    }

    @Override
    public boolean matches(Item item) {
        @Nullable AttributeValue value = operand.resolve(item);
        return choices.stream().anyMatch(choice -> Comparator.EQ.holds(value, choice.resolve(item)));
    }
}
