package sst.local.httpapi.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/**
 * The route key that a message names.
 * See https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html
 */
public final class RouteSelection {
    /** The key of the route that takes what no other does. */
    public static final String DEFAULT = "$default";

    private static final Pattern PART = Pattern.compile("\\$\\{?request\\.body((?:\\.[A-Za-z0-9_-]+)+)}?");

    private RouteSelection() {}

    /** The text of the expression's place in the body; {@code $default} when it is not there. */
    public static String key(String expression, String message) {
        JsonNode body;
        try {
            body = Json.parse(message);
        } catch (AwsException notJson) {
            return DEFAULT;
        }
        Matcher part = PART.matcher(expression);
        StringBuilder key = new StringBuilder();
        while (part.find()) {
            JsonNode value = body.at(part.group(1).replace('.', '/'));
            if (!value.isValueNode() || value.isNull()) {
                return DEFAULT;
            }
            part.appendReplacement(key, Matcher.quoteReplacement(value.asText()));
        }
        return part.appendTail(key).toString();
    }

    /** Whether it is one that can be understood: places in the body, and text around them. */
    public static boolean isValid(String expression) {
        return PART.matcher(expression).find();
    }
}
