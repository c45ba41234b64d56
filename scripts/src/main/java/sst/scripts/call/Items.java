package sst.scripts.call;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * DynamoDB's items as plain maps: text, numbers, booleans, null, bytes, lists, maps, and sets of text or numbers
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html).
 */
public final class Items {
    private Items() {}

    /** A map as an item. */
    public static Map<String, AttributeValue> item(Map<?, ?> plain) {
        Map<String, AttributeValue> item = new LinkedHashMap<>();
        plain.forEach((name, value) -> item.put(String.valueOf(name), attribute(value)));
        return item;
    }

    /** An item as a map. */
    public static Map<String, Object> plain(Map<String, AttributeValue> item) {
        Map<String, Object> plain = new LinkedHashMap<>();
        item.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    /** A value as an attribute; what is nothing of the above goes by its text, as a Groovy string does. */
    static AttributeValue attribute(@Nullable Object value) {
        if (value == null) {
            return AttributeValue.fromNul(true);
        }
        if (value instanceof Number number) {
            return AttributeValue.fromN(number.toString());
        }
        if (value instanceof Boolean bool) {
            return AttributeValue.fromBool(bool);
        }
        if (value instanceof byte[] bytes) {
            return AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
        }
        if (value instanceof Map<?, ?> map) {
            return AttributeValue.fromM(item(map));
        }
        if (value instanceof java.util.Set<?> set && !set.isEmpty()) {
            List<String> texts = set.stream().map(String::valueOf).toList();
            boolean numbers = set.stream().allMatch(each -> each instanceof Number);
            return numbers ? AttributeValue.fromNs(texts) : AttributeValue.fromSs(texts);
        }
        if (value instanceof Collection<?> list) {
            return AttributeValue.fromL(list.stream().map(Items::attribute).toList());
        }
        return AttributeValue.fromS(value.toString());
    }

    /** An attribute as a value; null stands for DynamoDB's own null. */
    static @Nullable Object plain(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> number(value.n());
            case BOOL -> value.bool();
            case B -> value.b().asByteArray();
            case M -> plain(value.m());
            case L -> value.l().stream().map(Items::plain).toList();
            case SS -> new java.util.LinkedHashSet<>(value.ss());
            case NS ->
                new java.util.LinkedHashSet<>(
                        value.ns().stream().map(Items::number).toList());
            case BS -> value.bs().stream().map(SdkBytes::asByteArray).toList();
            default -> null;
        };
    }

    /** A whole number that fits is an Integer or a Long, as people write them. */
    private static Number number(String text) {
        BigDecimal exact = new BigDecimal(text);
        if (exact.stripTrailingZeros().scale() > 0 || exact.precision() > 18) {
            return exact;
        }
        long whole = exact.longValueExact();
        return whole == (int) whole ? (Number) (int) whole : (Number) whole;
    }
}
