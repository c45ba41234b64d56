package sst.local.cfn.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.cfn.engine.tool.Tools;
import sst.local.cfn.stack.resource.Instance;

/** Turns the AWS addresses of APIs that exist here into addresses that answer. */
final class LocalAddresses {
    private static final Pattern API =
            Pattern.compile("(?:https|wss)://([a-z0-9]+)\\.execute-api\\.([a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?");
    private static final String SITES = ".cloudfront.net";
    /** The domain of a distribution made here names its port. */
    private static final Pattern SITE = Pattern.compile("https://de[0-9a-f]+-(\\d+)\\.cloudfront\\.net");

    private static final Set<String> TYPES = Set.of("AWS::ApiGatewayV2::Api", "AWS::ApiGateway::RestApi");
    private final Tools tools;

    LocalAddresses(Tools tools) {
        this.tools = tools;
    }

    /** The value with every such address turned. */
    JsonNode rewrite(JsonNode value) {
        if (value.isTextual()) {
            String text = value.asText();
            return text.contains(".execute-api.") || text.contains(SITES)
                    ? TextNode.valueOf(rewrite(SITE.matcher(text).replaceAll("http://127.0.0.1:$1")))
                    : value;
        }
        if (value.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> items.add(rewrite(item)));
            return items;
        }
        return value instanceof ObjectNode object ? rewrite(object) : value;
    }

    /** The properties with every such address turned. */
    ObjectNode rewrite(ObjectNode properties) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        properties.properties().forEach(field -> fields.set(field.getKey(), rewrite(field.getValue())));
        return fields;
    }

    private String rewrite(String text) {
        Matcher address = API.matcher(text);
        StringBuilder turned = new StringBuilder();
        while (address.find()) {
            String given = address.group();
            String local = find(address.group(2), address.group(1))
                    .map(api -> given.startsWith("wss:") ? socket(api, given) : web(api))
                    .orElse(given);
            address.appendReplacement(turned, Matcher.quoteReplacement(local));
        }
        return address.appendTail(turned).toString();
    }

    private String web(Instance api) {
        return tools.host().endpoint() + "/_api/" + api.physicalId();
    }

    /** WebSockets have a port of their own, which their API's attribute tells. */
    private static String socket(Instance api, String given) {
        JsonNode endpoint = api.state().attributes().get("ApiEndpoint");
        return endpoint == null ? given : endpoint.asText();
    }

    private Optional<Instance> find(String region, String apiId) {
        return tools.tables()
                .resources()
                .any(
                        region,
                        instance -> TYPES.contains(instance.type())
                                && instance.physicalId().equals(apiId));
    }
}
