package sst.local.cfn.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Reads the sections of a template.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html">AWS</a>
 */
final class TemplateReader {
    private static final Set<String> SECTIONS = Set.of(
            "AWSTemplateFormatVersion",
            "Description",
            "Metadata",
            "Parameters",
            "Rules",
            "Mappings",
            "Conditions",
            "Transform",
            "Resources",
            "Outputs",
            "Hooks");
    private static final Set<String> ATTRIBUTES = Set.of(
            "Type",
            "Properties",
            "DependsOn",
            "Condition",
            "Metadata",
            "DeletionPolicy",
            "UpdateReplacePolicy",
            "UpdatePolicy",
            "CreationPolicy",
            "Description",
            "Version");

    private TemplateReader() {}

    static Template read(ObjectNode document) {
        refuseUnknownSections(document);
        JsonNode resources = document.path("Resources");
        if (!resources.isObject() || resources.isEmpty()) {
            throw new TemplateError("Template format error: At least one Resources member must be defined.");
        }
        Map<String, JsonNode> conditions = new LinkedHashMap<>();
        document.path("Conditions").properties().forEach(entry -> conditions.put(entry.getKey(), entry.getValue()));
        return new Template(
                document,
                section(document, "Parameters", TemplateReader::parameter),
                conditions,
                section(document, "Resources", TemplateReader::resource),
                section(document, "Outputs", TemplateReader::output),
                Texts.of(document.path("Transform")));
    }

    private static void refuseUnknownSections(ObjectNode document) {
        List<String> unknown = new ArrayList<>();
        document.fieldNames().forEachRemaining(name -> {
            if (!SECTIONS.contains(name)) {
                unknown.add(name);
            }
        });
        if (!unknown.isEmpty()) {
            throw new TemplateError("Invalid template property or properties " + unknown);
        }
        if (document.has("Hooks")) {
            throw new TemplateError("Template format error: the Hooks section is not supported locally");
        }
    }

    private static <V> Map<String, V> section(
            ObjectNode document, String name, BiFunction<String, JsonNode, V> reader) {
        Map<String, V> read = new LinkedHashMap<>();
        document.path(name).properties().forEach(entry -> {
            if (!entry.getValue().isObject()) {
                throw new TemplateError(
                        "Template format error: [/" + name + "/" + entry.getKey() + "] must be an object.");
            }
            read.put(entry.getKey(), reader.apply(entry.getKey(), entry.getValue()));
        });
        return read;
    }

    private static ParameterDeclaration parameter(String name, JsonNode declaration) {
        if (!declaration.path("Type").isTextual()) {
            throw new TemplateError("Template format error: Every Parameters object must contain a Type member.");
        }
        return new ParameterDeclaration(name, declaration.path("Type").asText(), declaration);
    }

    private static ResourceDeclaration resource(String logicalId, JsonNode declaration) {
        if (!logicalId.matches("[A-Za-z0-9]+")) {
            throw new TemplateError("Template format error: Resource name " + logicalId + " is non alphanumeric.");
        }
        if (!declaration.path("Type").isTextual()) {
            throw new TemplateError("Template format error: [/Resources/" + logicalId
                    + "] Every Resources object must contain a Type member.");
        }
        declaration.fieldNames().forEachRemaining(attribute -> {
            if (!ATTRIBUTES.contains(attribute)) {
                throw new TemplateError("Invalid template resource property '" + attribute + "'");
            }
        });
        return new ResourceDeclaration(
                logicalId,
                declaration.path("Type").asText(),
                object(declaration, "Properties", logicalId),
                declaration.path("Condition").asText(""),
                new LinkedHashSet<>(Texts.of(declaration.path("DependsOn"))),
                policies(declaration),
                object(declaration, "Metadata", logicalId));
    }

    private static ResourceDeclaration.Policies policies(JsonNode declaration) {
        return new ResourceDeclaration.Policies(
                policy(declaration, "DeletionPolicy"), policy(declaration, "UpdateReplacePolicy"));
    }

    private static DeletionPolicy policy(JsonNode declaration, String attribute) {
        JsonNode value = declaration.path(attribute);
        if (value.isMissingNode()) {
            return DeletionPolicy.DELETE;
        }
        if (!value.isTextual()) {
            throw new TemplateError("Template format error: Every " + attribute + " member must be a string.");
        }
        return DeletionPolicy.of(value.asText(), attribute);
    }

    private static ObjectNode object(JsonNode declaration, String attribute, String logicalId) {
        JsonNode value = declaration.path(attribute);
        if (value.isMissingNode() || value.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw new TemplateError("Template format error: [/Resources/" + logicalId + "/" + attribute + "] " + attribute
                + " must be an object.");
    }

    private static OutputDeclaration output(String name, JsonNode declaration) {
        JsonNode value = declaration.path("Value");
        if (value instanceof MissingNode) {
            throw new TemplateError("Template format error: Output " + name
                    + " is malformed. The Value field of every Outputs" + " member is required.");
        }
        return new OutputDeclaration(
                name,
                declaration.path("Description").asText(""),
                declaration.path("Condition").asText(""),
                value,
                declaration.path("Export").path("Name"));
    }
}
