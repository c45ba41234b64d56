package sst.local.kinesis.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import sst.local.wire.AwsException;

/** The JSON that a member of a request may be. The texts are those of Kinesis's front end, Java class names and all. */
interface Shape {
    /** Checks a value; {@code SerializationException} when it is of another type. Null counts as absent. */
    void check(JsonNode json);

    /** Notes what is wrong with the members inside a value of the right type. */
    default void inspect(JsonNode json, String path, Violations found) {}

    /** A value as messages show it. */
    default String shown(JsonNode json) {
        return json.isValueNode() ? json.asText() : json.toString();
    }

    /** The front end's refusal of a value of another type. */
    static AwsException mismatch(String text) {
        return new AwsException(400, "SerializationException", text);
    }

    private static void refuse(boolean isRefused, String text) {
        if (isRefused) {
            throw mismatch(text);
        }
    }

    private static void unlessNull(JsonNode json, Shape shape) {
        if (!json.isNull()) {
            shape.check(json);
        }
    }

    /** A list. */
    record Elements(Shape element) implements Shape {
        @Override
        public void check(JsonNode json) {
            refuse(json.isObject(), Scalar.STRUCTURE);
            refuse(!json.isArray(), "Expected list or null");
            json.forEach(each -> unlessNull(each, element));
        }

        @Override
        public void inspect(JsonNode json, String path, Violations found) {
            for (int i = 0; i < json.size(); i++) {
                element.inspect(json.get(i), path + "." + (i + 1) + ".member", found);
            }
        }

        @Override
        public String shown(JsonNode json) {
            return StreamSupport.stream(json.spliterator(), false)
                    .map(element::shown)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** A map with texts as keys. */
    record Entries(Shape value) implements Shape {
        @Override
        public void check(JsonNode json) {
            refuse(json.isArray(), Scalar.LIST);
            refuse(!json.isObject(), "Expected map or null");
            json.forEach(each -> unlessNull(each, value));
        }

        @Override
        public String shown(JsonNode json) {
            return json.properties().stream()
                    .map(entry -> entry.getKey() + "=" + value.shown(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /** A structure; members that it does not have are passed over. */
    record Structure(String name, Map<String, Member> members) implements Shape {
        @Override
        public void check(JsonNode json) {
            refuse(json.isArray(), Scalar.LIST);
            refuse(!json.isObject(), "Expected null");
            for (Entry<String, JsonNode> entry : json.properties()) {
                Member member = members.get(entry.getKey());
                if (member != null) {
                    unlessNull(entry.getValue(), member.shape());
                }
            }
        }

        @Override
        public void inspect(JsonNode json, String path, Violations found) {
            members.forEach((key, member) -> {
                JsonNode value = ((ObjectNode) json).path(key);
                String start = path.isEmpty() ? "" : path + ".";
                String inner = start + Character.toLowerCase(key.charAt(0)) + key.substring(1);
                Violations.At at = found.at(inner, member.shape(), value);
                member.rules().forEach(rule -> rule.check(value, at));
                if (!value.isMissingNode() && !value.isNull()) {
                    member.shape().inspect(value, inner, found);
                }
            });
        }

        @Override
        public String shown(JsonNode json) {
            return "com.amazonaws.kinesis.v20131202." + name + "@" + Integer.toHexString(json.hashCode());
        }
    }

    /** A member of a structure. */
    record Member(Shape shape, List<Rule> rules) {}
}
