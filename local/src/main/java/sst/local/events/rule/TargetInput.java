package sst.local.events.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/**
 * What a target gets of an event: all of it, a part, a fixed text, or a text with parts laid in.
 * See https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
public final class TargetInput {
    private static final Pattern PLACE = Pattern.compile("<([A-Za-z0-9_.-]+)>");
    private static final Set<String> PREDEFINED = Set.of(
            "aws.events.rule-arn",
            "aws.events.rule-name",
            "aws.events.event.ingestion-time",
            "aws.events.event",
            "aws.events.event.json");

    private TargetInput() {}

    /** Refuses a target whose input cannot be read. */
    public static void check(JsonNode target) {
        int ways = (target.has("Input") ? 1 : 0)
                + (target.has("InputPath") ? 1 : 0)
                + (target.has("InputTransformer") ? 1 : 0);
        if (ways > 1) {
            throw EventsFault.invalid("Only one of Input, InputPath, or InputTransformer must be provided for target "
                    + target.path("Id").asText() + ".");
        }
        if (target.has("InputPath")) {
            checkPath(target.path("InputPath").asText());
        }
        JsonNode transformer = target.path("InputTransformer");
        transformer.path("InputPathsMap").forEach(path -> checkPath(path.asText()));
        checkPlaces(target.path("Id").asText(), transformer);
        checkJson(target);
    }

    private static void checkPlaces(String id, JsonNode transformer) {
        Matcher place = PLACE.matcher(transformer.path("InputTemplate").asText(""));
        while (place.find()) {
            String name = place.group(1);
            if (!PREDEFINED.contains(name) && !transformer.path("InputPathsMap").has(name)) {
                throw EventsFault.invalid(
                        "InputTemplate for target " + id + " contains invalid placeholder " + name + ".");
            }
        }
    }

    private static void checkJson(JsonNode target) {
        if (target.has("Input")) {
            try {
                JsonNode unused = Json.parse(target.path("Input").asText());
            } catch (AwsException notJson) {
                throw EventsFault.invalid("JSON syntax error in input for target "
                        + target.path("Id").asText() + ": " + notJson.text() + ".");
            }
        }
    }

    private static void checkPath(String path) {
        new JsonPath(path);
    }

    /** The payload for a target. */
    public static String of(JsonNode target, RuleId rule, ObjectNode event) {
        if (target.has("Input")) {
            return target.path("Input").asText();
        }
        if (target.has("InputPath")) {
            return new JsonPath(target.path("InputPath").asText()).in(event).toString();
        }
        JsonNode transformer = target.path("InputTransformer");
        return transformer.isMissingNode() ? event.toString() : transformed(transformer, rule, event);
    }

    private static String transformed(JsonNode transformer, RuleId rule, ObjectNode event) {
        Map<String, JsonNode> values = new TreeMap<>();
        transformer.path("InputPathsMap").properties().forEach(entry -> {
            values.put(entry.getKey(), new JsonPath(entry.getValue().asText()).in(event));
        });
        values.put("aws.events.rule-arn", TextNode.valueOf(rule.arn()));
        values.put("aws.events.rule-name", TextNode.valueOf(rule.name()));
        values.put("aws.events.event.ingestion-time", event.path("time"));
        values.put("aws.events.event.json", event);
        ObjectNode withoutDetail = event.deepCopy();
        withoutDetail.remove("detail");
        values.put("aws.events.event", withoutDetail);
        return filled(transformer.path("InputTemplate").asText(), values);
    }

    /** A value between quotes is laid in as text, any other as JSON. */
    private static String filled(String template, Map<String, JsonNode> values) {
        StringBuilder out = new StringBuilder();
        Matcher place = PLACE.matcher(template);
        int end = 0;
        boolean isQuoted = false;
        while (place.find()) {
            String before = template.substring(end, place.start());
            isQuoted ^= hasOddQuotes(before);
            out.append(before);
            JsonNode value = values.getOrDefault(place.group(1), MissingNode.getInstance());
            out.append(isQuoted ? text(value) : value.isMissingNode() ? "null" : value.toString());
            end = place.end();
        }
        return out.append(template.substring(end)).toString();
    }

    private static boolean hasOddQuotes(String text) {
        boolean isOdd = false;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '"') {
                isOdd = !isOdd;
            }
        }
        return isOdd;
    }

    private static String text(JsonNode value) {
        String plain = value.isValueNode() ? value.asText() : value.isMissingNode() ? "" : value.toString();
        String quoted = Json.tree(plain).toString();
        return quoted.substring(1, quoted.length() - 1);
    }
}
