package sst.local.cfn.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import sst.local.cfn.template.TemplateError;

/** Functions that look a name up. */
final class NameFunctions {
    private NameFunctions() {}

    static Map<String, Intrinsic> all() {
        return Map.of(
                "Ref", NameFunctions::ref,
                "Fn::GetAtt", NameFunctions::attribute,
                "Fn::FindInMap", NameFunctions::findInMap,
                "Fn::ImportValue", NameFunctions::importValue);
    }

    private static JsonNode ref(JsonNode argument, Evaluator evaluator) {
        return named(argument.asText(), evaluator);
    }

    static JsonNode named(String name, Evaluator evaluator) {
        if (name.equals("AWS::NoValue")) {
            return Evaluator.noValue();
        }
        return evaluator
                .scope()
                .ref(name)
                .orElseThrow(() -> new TemplateError("Template format error: Unresolved resource dependencies [" + name
                        + "] in the Resources block of the template"));
    }

    private static JsonNode attribute(JsonNode argument, Evaluator evaluator) {
        if (argument.isArray() && argument.size() == 2) {
            String attribute = evaluator.text(argument.path(1), "Fn::GetAtt");
            return attribute(argument.path(0).asText(), attribute, evaluator);
        }
        String dotted = argument.asText();
        int dot = dotted.indexOf('.');
        if (dot < 1) {
            throw new TemplateError("Template error: every Fn::GetAtt object requires two non-empty parameters, the"
                    + " resource name and the resource attribute");
        }
        return attribute(dotted.substring(0, dot), dotted.substring(dot + 1), evaluator);
    }

    static JsonNode attribute(String logicalId, String attribute, Evaluator evaluator) {
        return evaluator
                .scope()
                .attribute(logicalId, attribute)
                .orElseThrow(() -> new TemplateError("Template error: resource " + logicalId
                        + " does not support attribute type " + attribute + " in Fn::GetAtt"));
    }

    private static JsonNode findInMap(JsonNode argument, Evaluator evaluator) {
        if (!argument.isArray() || argument.size() < 3) {
            throw new TemplateError("Template error: every Fn::FindInMap object requires three parameters, the map"
                    + " name, map key and the attribute for return value");
        }
        String map = evaluator.text(argument.path(0), "Fn::FindInMap");
        String first = evaluator.text(argument.path(1), "Fn::FindInMap");
        String second = evaluator.text(argument.path(2), "Fn::FindInMap");
        JsonNode found = evaluator.scope().mapping(map, first, second);
        if (!found.isMissingNode()) {
            return found;
        }
        if (argument.path(3).has("DefaultValue")) {
            return evaluator.evaluate(argument.path(3).path("DefaultValue"));
        }
        throw new TemplateError("Template error: Unable to get mapping for " + map + "::" + first + "::" + second);
    }

    private static JsonNode importValue(JsonNode argument, Evaluator evaluator) {
        String name = evaluator.text(argument, "Fn::ImportValue");
        return TextNode.valueOf(evaluator
                .scope()
                .imported(name)
                .orElseThrow(() -> new TemplateError("No export named " + name + " found.")));
    }
}
