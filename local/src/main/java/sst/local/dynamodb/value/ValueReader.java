package sst.local.dynamodb.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import sst.local.dynamodb.request.JsonShape;
import sst.local.dynamodb.request.Rejection;

/** Reads values off the wire and checks them with AWS's texts; which key or index they serve is checked elsewhere. */
public final class ValueReader {
    private static final int MAX_DEPTH = 32;

    private ValueReader() {}

    /**
     * Reads an object of attribute values.
     *
     * @throws sst.local.wire.AwsException when one of them is not valid
     */
    public static Item item(JsonNode json) {
        if (!json.isObject()) {
            throw Rejection.serialization("Unexpected field type");
        }
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        json.properties().forEach(entry -> attributes.put(entry.getKey(), value(entry.getValue())));
        return new Item(attributes);
    }

    /**
     * Reads one value.
     *
     * @throws sst.local.wire.AwsException when it is not valid
     */
    public static AttributeValue value(JsonNode json) {
        AttributeValue value = read(json, 0);
        if (value.depth() > MAX_DEPTH) {
            throw Rejection.validation("Nesting Levels have exceeded supported limits");
        }
        return value;
    }

    private static AttributeValue read(JsonNode json, int depth) {
        if (!json.isObject()) {
            throw Rejection.serialization("Unexpected value type in payload");
        }
        if (depth > 2 * MAX_DEPTH) {
            throw Rejection.validation("Nesting Levels have exceeded supported limits");
        }
        List<AttributeValue> found = new ArrayList<>();
        json.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                ValueType.named(entry.getKey()).ifPresent(type -> found.add(content(type, entry.getValue(), depth)));
            }
        });
        if (found.isEmpty()) {
            throw Rejection.validation(
                    "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
        }
        if (found.size() > 1) {
            throw Rejection.validation(
                    "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
                            + " supported datatypes");
        }
        return found.get(0);
    }

    private static AttributeValue content(ValueType type, JsonNode json, int depth) {
        return switch (type) {
            case S -> new TextValue(text(json));
            case N -> NumberValue.parse(text(json));
            case B -> BinaryValue.parse(text(json));
            case BOOL -> new BooleanValue(flag(json));
            case NULL -> nothing(json);
            case SS -> strings(json);
            case NS -> numbers(json);
            case BS -> binaries(json);
            case L -> new ListValue(elements(json, element -> read(element, depth + 1)));
            case M -> map(json, depth);
        };
    }

    private static MapValue map(JsonNode json, int depth) {
        if (!json.isObject()) {
            throw Rejection.serialization("Unexpected field type");
        }
        Map<String, AttributeValue> entries = new LinkedHashMap<>();
        json.properties().forEach(entry -> entries.put(entry.getKey(), read(entry.getValue(), depth + 1)));
        return new MapValue(entries);
    }

    private static AttributeValue nothing(JsonNode json) {
        if (!flag(json)) {
            throw Rejection.invalid("Null attribute value types must have the value of true");
        }
        return new NullValue();
    }

    private static SetValue strings(JsonNode json) {
        List<AttributeValue> members = elements(json, member -> new TextValue(text(member)));
        if (members.isEmpty()) {
            throw Rejection.invalid("An string set  may not be empty");
        }
        return set(
                ValueType.SS,
                members,
                () -> Rejection.invalid("Input collection " + shown(json) + " contains duplicates."));
    }

    private static SetValue numbers(JsonNode json) {
        List<AttributeValue> members = elements(json, member -> NumberValue.parse(text(member)));
        if (members.isEmpty()) {
            throw Rejection.invalid("An number set  may not be empty");
        }
        return set(ValueType.NS, members, () -> Rejection.validation("Input collection contains duplicates"));
    }

    private static SetValue binaries(JsonNode json) {
        List<AttributeValue> members = elements(json, member -> BinaryValue.parse(text(member)));
        if (members.isEmpty()) {
            throw Rejection.invalid("Binary sets should not be empty");
        }
        return set(
                ValueType.BS,
                members,
                () -> Rejection.invalid("Input collection " + shown(json) + "of type BS contains duplicates."));
    }

    private static SetValue set(ValueType type, List<AttributeValue> members, Supplier<RuntimeException> duplicates) {
        Set<AttributeValue> distinct = new LinkedHashSet<>(members);
        if (distinct.size() < members.size()) {
            throw duplicates.get();
        }
        return new SetValue(type, distinct);
    }

    private static List<AttributeValue> elements(JsonNode json, Function<JsonNode, AttributeValue> read) {
        if (!json.isArray()) {
            throw Rejection.serialization(
                    json.isObject() ? "Start of structure or map found where not expected" : "Unexpected field type");
        }
        List<AttributeValue> all = new ArrayList<>(json.size());
        json.forEach(element -> all.add(read.apply(element)));
        return all;
    }

    private static String shown(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(member -> texts.add(member.asText()));
        return texts.toString();
    }

    private static String text(JsonNode json) {
        if (!json.isTextual()) {
            throw Rejection.serialization(JsonShape.name(json) + " cannot be converted to String");
        }
        return json.textValue();
    }

    private static boolean flag(JsonNode json) {
        return JsonShape.flag(json)
                .orElseThrow(() -> Rejection.serialization(JsonShape.name(json) + " cannot be converted to Boolean"));
    }
}
