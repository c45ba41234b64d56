package sst.local.httpapi.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Turns the names of template properties ({@code CorsConfiguration.AllowOrigins}) into those of the wire
 * ({@code corsConfiguration.allowOrigins}); keys that users choose stay as they are.
 */
final class WireNames {
    private static final Set<String> USERS_KEYS =
            Set.of("StageVariables", "Tags", "RouteSettings", "RequestParameters");
    private static final Set<String> NUMBERS = Set.of("TimeoutInMillis", "MaxAge", "AuthorizerResultTtlInSeconds");
    private static final Set<String> BOOLEANS = Set.of(
            "AutoDeploy", "AllowCredentials", "ApiKeyRequired", "DisableExecuteApiEndpoint", "EnableSimpleResponses");

    private WireNames() {}

    static ObjectNode of(JsonNode properties) {
        ObjectNode wire = JsonNodeFactory.instance.objectNode();
        properties.properties().forEach(property -> {
            String name = property.getKey();
            JsonNode value = property.getValue();
            wire.set(decapitalised(name), typed(name, value));
        });
        return wire;
    }

    /** Templates may give numbers and booleans as text. */
    private static JsonNode typed(String name, JsonNode value) {
        if (NUMBERS.contains(name)) {
            return IntNode.valueOf(value.asInt());
        }
        if (BOOLEANS.contains(name)) {
            return BooleanNode.valueOf(value.asBoolean());
        }
        return value.isObject() && !USERS_KEYS.contains(name) ? of(value) : value;
    }

    private static String decapitalised(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
