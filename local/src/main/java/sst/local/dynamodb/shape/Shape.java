package sst.local.dynamodb.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sst.local.dynamodb.request.JsonShape;

/** The JSON that a member of a request may be. The texts are those of DynamoDB's front end, Java class names and all. */
sealed interface Shape {
    /** Where a value stands: as a member of a structure, or as an element of a list or map. */
    enum Place {
        MEMBER,
        ELEMENT
    }

    /** The class that the front end reads it into. */
    String className();

    /**
     * Checks a value; null counts as absent.
     *
     * @throws sst.local.wire.AwsException {@code SerializationException} when the value is of another type
     */
    void check(JsonNode json, Place place);

    /** Notes what is wrong with the members inside a value of the right type. */
    default void inspect(JsonNode json, String path, Violations found) {}

    /** A scalar: a text, a number or a truth value. */
    record Scalar(String name) implements Shape {
        private static final Set<String> NUMBERS = Set.of("Integer", "Long", "Double", "Date");

        @Override
        public String className() {
            return "java.lang." + name;
        }

        @Override
        public void check(JsonNode json, Place place) {
            Mismatch.refuseStructures(json, "class " + className());
            boolean isText = json.isTextual();
            if (name.equals("Boolean") && isText && JsonShape.flag(json).isEmpty()) {
                throw Mismatch.of("Unexpected token received from parser");
            }
            boolean isRight =
                    switch (name) {
                        case "String" -> isText;
                        case "Boolean" -> isText || json.isBoolean();
                        default -> NUMBERS.contains(name) && json.isNumber();
                    };
            if (!isRight) {
                throw Mismatch.of(Mismatch.token(json) + " cannot be converted to " + name);
            }
        }
    }

    /** Bytes in base64. */
    record Blob() implements Shape {
        @Override
        public String className() {
            return "java.nio.ByteBuffer";
        }

        @Override
        public void check(JsonNode json, Place place) {
            Mismatch.refuseStructures(json, "class " + className());
            if (!json.isTextual()) {
                throw Mismatch.of("only base-64-encoded strings are convertible to bytes");
            }
            Base64Text.check(json.textValue());
        }
    }

    /** A list. */
    record Elements(Shape element) implements Shape {
        @Override
        public String className() {
            return "java.util.List<" + element.className() + ">";
        }

        @Override
        public void check(JsonNode json, Place place) {
            if (json.isObject()) {
                throw Mismatch.of(Mismatch.STRUCTURE);
            }
            if (!json.isArray()) {
                throw Mismatch.ofField(place);
            }
            json.forEach(each -> Mismatch.unlessNull(each, element, Place.ELEMENT));
        }

        @Override
        public void inspect(JsonNode json, String path, Violations found) {
            for (int i = 0; i < json.size(); i++) {
                element.inspect(json.get(i), path + "." + (i + 1) + ".member", found);
            }
        }
    }

    /** A map with texts as keys. */
    record Entries(Shape value) implements Shape {
        @Override
        public String className() {
            return "java.util.Map<java.lang.String, " + value.className() + ">";
        }

        @Override
        public void check(JsonNode json, Place place) {
            if (json.isArray()) {
                throw Mismatch.of("Unrecognized collection type " + className());
            }
            if (!json.isObject()) {
                throw Mismatch.ofField(place);
            }
            json.forEach(each -> Mismatch.unlessNull(each, value, Place.ELEMENT));
        }

        @Override
        public void inspect(JsonNode json, String path, Violations found) {
            json.properties()
                    .forEach(entry -> value.inspect(entry.getValue(), path + "." + entry.getKey() + ".member", found));
        }
    }

    /** A structure; members that it does not have are passed over. */
    record Structure(String name, Map<String, Member> members) implements Shape {
        @Override
        public String className() {
            return "com.amazonaws.dynamodb.v20120810." + name;
        }

        @Override
        public void check(JsonNode json, Place place) {
            if (json.isArray()) {
                throw Mismatch.of("Unrecognized collection type class " + className());
            }
            if (!json.isObject()) {
                throw Mismatch.of(place == Place.MEMBER ? "Unexpected field type" : "Unexpected value type in payload");
            }
            json.properties().forEach(entry -> {
                Member member = members.get(entry.getKey());
                if (member != null) {
                    Mismatch.unlessNull(entry.getValue(), member.shape(), Place.MEMBER);
                }
            });
        }

        @Override
        public void inspect(JsonNode json, String path, Violations found) {
            if (name.equals("AttributeValue")) {
                return;
            }
            members.forEach((key, member) -> {
                JsonNode value = json.hasNonNull(key) ? json.get(key) : null;
                String start = path.isEmpty() ? "" : path + ".";
                String inner = start + Character.toLowerCase(key.charAt(0)) + key.substring(1);
                member.rules().forEach(rule -> rule.check(value, inner, found));
                if (value != null) {
                    member.shape().inspect(value, inner, found);
                }
            });
        }
    }

    /** A member of a structure. */
    record Member(Shape shape, List<Rule> rules) {}
}
