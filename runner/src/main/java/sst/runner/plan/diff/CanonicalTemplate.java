package sst.runner.plan.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.TreeSet;

/**
 * Templates in the one form in which equal meaning is equal text: CloudFormation reads {@code 1} and {@code "1"} alike,
 * takes one dependency or a list of them, and does not look at the CDK's own metadata.
 */
public final class CanonicalTemplate {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CanonicalTemplate() {}

    /** The canonical form; empty for a missing template. */
    public static ObjectNode of(JsonNode template) {
        ObjectNode copy = JSON.objectNode();
        template.properties().forEach(section -> copy.set(section.getKey(), value(section.getValue())));
        copy.remove("Metadata");
        dropFrom(copy, "Parameters", "BootstrapVersion");
        dropFrom(copy, "Rules", "CheckBootstrapVersion");
        copy.path("Resources").properties().forEach(r -> {
            if (r.getValue() instanceof ObjectNode resource) {
                tidy(resource);
            }
        });
        dropFrom(copy, "Resources", "CDKMetadata");
        return copy;
    }

    /** A parameter read from SSM may have another value at each deploy, unless the CDK marks it as irrelevant. */
    public static boolean readsParametersFromSsm(JsonNode template) {
        for (JsonNode parameter : template.path("Parameters")) {
            boolean ssm = parameter.path("Type").asText().startsWith("AWS::SSM::Parameter::");
            if (ssm && !parameter.path("Description").asText().contains("[cdk:skip]")) {
                return true;
            }
        }
        return false;
    }

    private static void tidy(ObjectNode resource) {
        if (resource.get("Metadata") instanceof ObjectNode metadata) {
            metadata.retain(metadata.properties().stream()
                    .map(e -> e.getKey())
                    .filter(key -> !key.startsWith("aws:"))
                    .toList());
            if (metadata.isEmpty()) {
                resource.remove("Metadata");
            }
        }
        JsonNode dependsOn = resource.get("DependsOn");
        if (dependsOn != null) {
            TreeSet<String> names = new TreeSet<>();
            if (dependsOn.isArray()) {
                dependsOn.forEach(name -> names.add(name.asText()));
            } else {
                names.add(dependsOn.asText());
            }
            ArrayNode sorted = resource.putArray("DependsOn");
            names.forEach(sorted::add);
        }
    }

    private static JsonNode value(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = JSON.objectNode();
            node.properties().forEach(e -> copy.set(e.getKey(), value(e.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JSON.arrayNode();
            node.forEach(item -> copy.add(value(item)));
            return copy;
        }
        return node.isNumber() || node.isBoolean() ? TextNode.valueOf(node.asText()) : node;
    }

    private static void dropFrom(ObjectNode template, String section, String name) {
        if (template.get(section) instanceof ObjectNode entries) {
            entries.remove(name);
            if (entries.isEmpty()) {
                template.remove(section);
            }
        }
    }
}
