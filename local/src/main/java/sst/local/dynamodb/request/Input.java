package sst.local.dynamodb.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request's members, read by name and JSON type; null counts as absent, as AWS has it. */
public record Input(ObjectNode json) {
    /** Reads a nested structure the same way. */
    public static Input of(JsonNode json) {
        if (json instanceof ObjectNode object) {
            return new Input(object);
        }
        throw Rejection.serialization("Unexpected field type");
    }

    /** Whether the member is there. */
    public boolean has(String member) {
        return json.hasNonNull(member);
    }

    /** The member's JSON; empty when absent. */
    public Optional<JsonNode> node(String member) {
        return Optional.ofNullable(json.get(member)).filter(node -> !node.isNull());
    }

    /** A string member. */
    public Optional<String> text(String member) {
        return node(member).map(node -> {
            if (!node.isTextual()) {
                throw mismatch(node, "String");
            }
            return node.textValue();
        });
    }

    /** A string member, or the default. */
    public String text(String member, String otherwise) {
        return text(member).orElse(otherwise);
    }

    /** A boolean member; false when absent. */
    public boolean flag(String member) {
        return flag(member, false);
    }

    /** A boolean member, or the default. */
    public boolean flag(String member, boolean otherwise) {
        return node(member)
                .map(node -> JsonShape.flag(node).orElseThrow(() -> mismatch(node, "Boolean")))
                .orElse(otherwise);
    }

    /** A whole number member. */
    public Optional<Long> number(String member) {
        return node(member).map(node -> {
            if (!node.isNumber()) {
                throw mismatch(node, "Long");
            }
            return node.longValue();
        });
    }

    /** A structure or map member. */
    public Optional<ObjectNode> object(String member) {
        return node(member).map(node -> {
            if (!(node instanceof ObjectNode object)) {
                throw Rejection.serialization("Unexpected field type");
            }
            return object;
        });
    }

    /** A list member; empty when absent. */
    public List<JsonNode> list(String member) {
        List<JsonNode> all = new ArrayList<>();
        node(member).ifPresent(node -> {
            if (!node.isArray()) {
                throw node.isObject()
                        ? Rejection.serialization("Start of structure or map found where not expected")
                        : Rejection.serialization("Unexpected field type");
            }
            node.forEach(all::add);
        });
        return all;
    }

    /** A list of strings; empty when absent. */
    public List<String> texts(String member) {
        return list(member).stream()
                .map(node -> {
                    if (!node.isTextual()) {
                        throw mismatch(node, "String");
                    }
                    return node.textValue();
                })
                .toList();
    }

    private static RuntimeException mismatch(JsonNode node, String type) {
        if (node.isObject()) {
            return Rejection.serialization("Start of structure or map found where not expected");
        }
        if (node.isArray()) {
            return Rejection.serialization("Unrecognized collection type class java.lang." + type);
        }
        return Rejection.serialization(JsonShape.name(node) + " cannot be converted to " + type);
    }
}
