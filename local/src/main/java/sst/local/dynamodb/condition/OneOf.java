package sst.local.dynamodb.condition;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    public Set<String> attributes() {
        return Stream.concat(Stream.of(operand), choices.stream())
                .flatMap(each -> each.attributes().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean matches(Item item) {
        @Nullable AttributeValue value = operand.resolve(item);
        return choices.stream().anyMatch(choice -> Comparator.EQ.holds(value, choice.resolve(item)));
    }
}
