package sst.local.dynamodb.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.document.AttributeNames;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.BinaryValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.TextValue;

/** {@code begins_with}, for strings and binaries. */
public record BeginsWith(Operand operand, Operand prefix) implements Condition {
    @Override
    public Set<String> attributes() {
        return AttributeNames.union(List.of(operand.attributes(), prefix.attributes()));
    }

    @Override
    public boolean matches(Item item) {
        @Nullable AttributeValue value = operand.resolve(item);
        @Nullable AttributeValue start = prefix.resolve(item);
        if (value instanceof TextValue text && start instanceof TextValue head) {
            return text.text().startsWith(head.text());
        }
        if (value instanceof BinaryValue binary && start instanceof BinaryValue head) {
            int length = head.bytes().length;
            return binary.bytes().length >= length && Arrays.equals(binary.bytes(), 0, length, head.bytes(), 0, length);
        }
        return false;
    }
}
