package sst.local.cfn.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.function.Function;
import sst.local.cfn.template.TemplateError;

/**
 * Secrets that properties refer to. CloudFormation keeps and shows the references; what they stand for is looked up
 * when a resource is made or changed, and goes to its service alone.
 *
 * @param parameters gives the value of an SSM parameter
 * @param secrets gives the text of a secret
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html">AWS</a>
 */
public record SecureValues(
        Function<String, Optional<String>> parameters, Function<SecretReference, Optional<String>> secrets) {

    /**
     * The properties with secrets in the place of references.
     *
     * @throws TemplateError when there is no such secret
     */
    public ObjectNode reveal(ObjectNode properties) {
        return (ObjectNode) revealed(properties);
    }

    private JsonNode revealed(JsonNode value) {
        if (value.isTextual()) {
            String text = value.asText();
            return DynamicReferences.isIn(text) ? TextNode.valueOf(DynamicReferences.reveal(text, this)) : value;
        }
        if (value.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> items.add(revealed(item)));
            return items;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(field -> fields.set(field.getKey(), revealed(field.getValue())));
        return fields;
    }

    /**
     * What a resource really has, with references in the place of what they stand for, so that it can be shown; a value
     * that was changed behind a reference cannot be told from one that was not.
     *
     * @param actual read from the resource
     * @param declared what it was made from
     */
    public static ObjectNode veil(ObjectNode actual, ObjectNode declared) {
        return (ObjectNode) veiled(actual, declared);
    }

    private static JsonNode veiled(JsonNode actual, JsonNode declared) {
        if (declared.isTextual() && DynamicReferences.isIn(declared.asText())) {
            return declared;
        }
        if (actual.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            for (int at = 0; at < actual.size(); at++) {
                items.add(veiled(actual.path(at), declared.path(at)));
            }
            return items;
        }
        if (!actual.isObject()) {
            return actual;
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        actual.properties()
                .forEach(field -> fields.set(field.getKey(), veiled(field.getValue(), declared.path(field.getKey()))));
        return fields;
    }

    String secret(String service, String name) {
        Optional<String> value =
                service.equals("ssm-secure") ? parameters.apply(name) : secrets.apply(SecretReference.parse(name));
        return value.orElseThrow(() -> new TemplateError(
                service.equals("ssm-secure")
                        ? "Parameters: [" + service + ":" + name + "] cannot be found."
                        : "Could not find a value associated with JSONKey in SecretString: {{resolve:" + service + ":"
                                + name + "}}"));
    }
}
