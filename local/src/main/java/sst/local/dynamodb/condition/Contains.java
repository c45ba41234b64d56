package sst.local.dynamodb.condition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.document.AttributeNames;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.BinaryValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ListValue;
import sst.local.dynamodb.value.SetValue;
import sst.local.dynamodb.value.TextValue;

/** {@code contains}: part of a string or binary, member of a set, element of a list. */
public record Contains(Operand operand, Operand part) implements Condition {
    @Override
    public Set<String> attributes() {
        return AttributeNames.union(List.of(operand.attributes(), part.attributes()));
    }

    @Override
    public boolean matches(Item item) {
        @Nullable AttributeValue whole = operand.resolve(item);
        @Nullable AttributeValue sought = part.resolve(item);
        if (whole == null || sought == null) {
            return false;
        }
        if (whole instanceof TextValue text && sought instanceof TextValue piece) {
            return text.text().contains(piece.text());
        }
        if (whole instanceof BinaryValue binary && sought instanceof BinaryValue piece) {
            return latin(binary).contains(latin(piece));
        }
        if (whole instanceof SetValue set) {
            return set.members().contains(sought);
        }
        return whole instanceof ListValue list && list.elements().contains(sought);
    }

    private static String latin(BinaryValue binary) {
        return new String(binary.bytes(), StandardCharsets.ISO_8859_1);
    }
}
