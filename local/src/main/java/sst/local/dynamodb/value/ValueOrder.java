package sst.local.dynamodb.value;

import java.util.Arrays;
import java.util.OptionalInt;

/** The order of keys and of {@code <}, {@code BETWEEN}: numbers by value, strings and binaries by unsigned bytes. */
public final class ValueOrder {
    private ValueOrder() {}

    /** Compares two values of one ordered type; empty for any others, which no comparison matches. */
    public static OptionalInt compare(AttributeValue left, AttributeValue right) {
        if (left instanceof NumberValue a && right instanceof NumberValue b) {
            return OptionalInt.of(a.number().compareTo(b.number()));
        }
        if (left instanceof TextValue a && right instanceof TextValue b) {
            return OptionalInt.of(Arrays.compareUnsigned(a.utf8(), b.utf8()));
        }
        if (left instanceof BinaryValue a && right instanceof BinaryValue b) {
            return OptionalInt.of(Arrays.compareUnsigned(a.bytes(), b.bytes()));
        }
        return OptionalInt.empty();
    }
}
