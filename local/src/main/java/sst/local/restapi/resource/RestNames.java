package sst.local.restapi.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import sst.local.wire.codec.Json;

/** Turns the names of template properties into those of the wire; keys that users choose stay as they are. */
final class RestNames {
    private static final Set<String> USERS_KEYS = Set.of(
            "RequestModels",
            "RequestParameters",
            "RequestTemplates",
            "ResponseModels",
            "ResponseParameters",
            "ResponseTemplates",
            "Variables");

    private RestNames() {}

    static ObjectNode of(JsonNode properties) {
        ObjectNode wire = Json.object();
        properties.properties().forEach(property -> {
            String name = property.getKey();
            String own = Character.toLowerCase(name.charAt(0)) + name.substring(1);
            wire.set(own, USERS_KEYS.contains(name) ? property.getValue() : value(property.getValue()));
        });
        return wire;
    }

    private static JsonNode value(JsonNode value) {
        if (value.isObject()) {
            return of(value);
        }
        if (!value.isArray()) {
            return value;
        }
        ArrayNode items = Json.object().putArray("items");
        value.forEach(item -> items.add(value(item)));
        return items;
    }

    /** A list of responses as the wire has it: by status. */
    static ObjectNode byStatus(JsonNode responses) {
        ObjectNode all = Json.object();
        responses.forEach(response -> all.set(response.path("statusCode").asText(), response));
        return all;
    }
}
