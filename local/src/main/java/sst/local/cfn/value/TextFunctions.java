package sst.local.cfn.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import sst.local.cfn.template.References;
import sst.local.cfn.template.TemplateError;

/** Functions on text. */
final class TextFunctions {
    private TextFunctions() {}

    static Map<String, Intrinsic> all() {
        return Map.of(
                "Fn::Join", Intrinsic.of(TextFunctions::join).orUnknown(),
                "Fn::Split", TextFunctions::split,
                "Fn::Sub", TextFunctions::substitute,
                "Fn::Base64", TextFunctions::base64,
                "Fn::ToJsonString", TextFunctions::toJsonString);
    }

    private static JsonNode join(JsonNode argument, Evaluator evaluator) {
        JsonNode items = evaluator.evaluate(argument.path(1));
        if (!argument.isArray() || argument.size() != 2 || !items.isArray()) {
            throw new TemplateError("Template error: every Fn::Join object requires two parameters, (1) a string"
                    + " delimiter and (2) a list of strings to be joined or a function that returns a list of strings"
                    + " (such as Fn::GetAZs) to be joined.");
        }
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(evaluator.text(item, "Fn::Join")));
        return TextNode.valueOf(String.join(argument.path(0).asText(), texts));
    }

    private static JsonNode split(JsonNode argument, Evaluator evaluator) {
        if (!argument.isArray() || argument.size() != 2 || !argument.path(0).isTextual()) {
            throw new TemplateError("Template error: every Fn::Split object requires two parameters, (1) a string"
                    + " delimiter and (2) a string to be split or a function that returns a string to be split.");
        }
        String source = evaluator.text(argument.path(1), "Fn::Split");
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        if (source.contains(Scope.UNKNOWN)) {
            return parts.add(Scope.UNKNOWN);
        }
        for (String part :
                source.split(java.util.regex.Pattern.quote(argument.path(0).asText()), -1)) {
            parts.add(part);
        }
        return parts;
    }

    private static JsonNode substitute(JsonNode argument, Evaluator evaluator) {
        boolean withVariables = argument.isArray();
        if (withVariables && (argument.size() != 2 || !argument.path(1).isObject())) {
            throw new TemplateError("Template error: One or more Fn::Sub intrinsic functions don't specify expected"
                    + " arguments. Specify a string as first argument, and an optional second argument to specify a"
                    + " mapping of values to replace in the string");
        }
        JsonNode variables = withVariables ? argument.path(1) : JsonNodeFactory.instance.objectNode();
        Matcher placeholder =
                References.PLACEHOLDER.matcher(withVariables ? argument.path(0).asText() : argument.asText());
        StringBuilder text = new StringBuilder();
        while (placeholder.find()) {
            String value = placeholder(placeholder.group(1).strip(), variables, evaluator);
            placeholder.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        placeholder.appendTail(text);
        return TextNode.valueOf(text.toString().replace("${!", "${"));
    }

    private static String placeholder(String name, JsonNode variables, Evaluator evaluator) {
        if (variables.has(name)) {
            return evaluator.text(variables.path(name), "Fn::Sub");
        }
        int dot = name.indexOf('.');
        JsonNode value = dot < 0
                ? NameFunctions.named(name, evaluator)
                : NameFunctions.attribute(name.substring(0, dot), name.substring(dot + 1), evaluator);
        if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(item -> texts.add(item.asText()));
            return String.join(",", texts);
        }
        return evaluator.text(value, "Fn::Sub");
    }

    private static JsonNode base64(JsonNode argument, Evaluator evaluator) {
        String text = evaluator.text(argument, "Fn::Base64");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return TextNode.valueOf(
                text.contains(Scope.UNKNOWN)
                        ? Scope.UNKNOWN
                        : Base64.getEncoder().encodeToString(bytes));
    }

    private static JsonNode toJsonString(JsonNode argument, Evaluator evaluator) {
        return TextNode.valueOf(evaluator.evaluate(argument).toString());
    }
}
