package sst.local.cfn.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import sst.local.cfn.template.TemplateError;

/** Functions on lists. */
final class ListFunctions {
    /** The zones that every region of the local cloud has. */
    private static final List<String> ZONES = List.of("a", "b", "c");

    private ListFunctions() {}

    static Map<String, Intrinsic> all() {
        return Map.of(
                "Fn::Select", Intrinsic.of(ListFunctions::select).orUnknown(),
                "Fn::GetAZs", ListFunctions::zones,
                "Fn::Cidr", Intrinsic.of(ListFunctions::cidr).orUnknown(),
                "Fn::Length", Intrinsic.of(ListFunctions::length).orUnknown());
    }

    private static JsonNode select(JsonNode argument, Evaluator evaluator) {
        if (!argument.isArray() || argument.size() != 2) {
            throw new TemplateError("Template error: every Fn::Select object requires two parameters, the index and"
                    + " the list of values");
        }
        int index = number(argument.path(0), evaluator, "Fn::Select");
        JsonNode items = evaluator.evaluate(argument.path(1));
        if (!items.isArray()) {
            throw new TemplateError("Template error: Fn::Select requires a list argument with two elements: an"
                    + " integer index and a list");
        }
        if (index < 0 || index >= items.size()) {
            throw new TemplateError("Template error: Fn::Select cannot select nonexistent value at index " + index);
        }
        return items.path(index);
    }

    private static JsonNode zones(JsonNode argument, Evaluator evaluator) {
        String asked = evaluator.text(argument, "Fn::GetAZs");
        String region = asked.isEmpty() ? evaluator.scope().region() : asked;
        ArrayNode zones = JsonNodeFactory.instance.arrayNode();
        ZONES.forEach(zone -> zones.add(region + zone));
        return zones;
    }

    private static JsonNode cidr(JsonNode argument, Evaluator evaluator) {
        if (!argument.isArray() || argument.size() < 2) {
            throw new TemplateError("Template error: every Fn::Cidr object requires two parameters, (1) the IP address"
                    + " block and (2) the number of subnets, and an optional third, the size of the subnets");
        }
        int count = number(argument.path(1), evaluator, "Fn::Cidr");
        int hostBits = argument.has(2) ? number(argument.path(2), evaluator, "Fn::Cidr") : 8;
        ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
        CidrBlock.parse(evaluator.text(argument.path(0), "Fn::Cidr"))
                .split(count, hostBits)
                .forEach(block -> blocks.add(block.toString()));
        return blocks;
    }

    private static JsonNode length(JsonNode argument, Evaluator evaluator) {
        JsonNode items = evaluator.evaluate(argument);
        if (!items.isArray()) {
            throw new TemplateError("Template error: Fn::Length requires a list");
        }
        return IntNode.valueOf(items.size());
    }

    private static int number(JsonNode expression, Evaluator evaluator, String function) {
        String text = evaluator.text(expression, function);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notNumber) {
            throw new TemplateError("Template error: " + function + " requires a number, not " + text);
        }
    }
}
