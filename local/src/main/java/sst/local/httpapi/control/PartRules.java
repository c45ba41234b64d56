package sst.local.httpapi.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;

/** What the local cloud accepts in routes, integrations and stages; the rest is refused when it is deployed. */
final class PartRules {
    private static final Pattern ROUTE_KEY =
            Pattern.compile("\\$default|(?:ANY|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) /\\S*");
    private static final Set<String> ENVELOPE =
            Set.of("apiId", "routeId", "integrationId", "stageName", "deploymentId");
    private static final int MAX_MILLIS = 30_000;
    private static final int MIN_MILLIS = 50;

    private PartRules() {}

    static void check(Kind kind, ObjectNode input) {
        input.properties().forEach(member -> {
            boolean isEmpty = member.getValue().isNull()
                    || (member.getValue().isEmpty() && member.getValue().isContainerNode());
            if (!isEmpty && !kind.members().contains(member.getKey()) && !ENVELOPE.contains(member.getKey())) {
                throw ApiFaults.unsupported(kind.title() + " " + member.getKey());
            }
        });
        String authorization = input.path("authorizationType").asText("NONE");
        if (!Set.of("NONE", "AWS_IAM").contains(authorization)) {
            throw ApiFaults.unsupported("AuthorizationType " + authorization);
        }
    }

    static void checkRouteKey(String key) {
        if (!ROUTE_KEY.matcher(key).matches()) {
            throw ApiFaults.badRequest(
                    "The provided route key is not formatted properly for HTTP protocol. Format should"
                            + " be \"<HTTP METHOD> /<RESOURCE PATH>\" or \"$default\": " + key);
        }
        int greedy = key.indexOf("+}");
        if (greedy >= 0 && greedy != key.length() - 2) {
            throw ApiFaults.badRequest("Greedy path variables must be at the end of the route: " + key);
        }
    }

    static void completeIntegration(ObjectNode integration) {
        String type = ApiOperations.require(integration, "integrationType");
        String uri = integration.path("integrationUri").asText("");
        if (!Set.of("AWS_PROXY", "HTTP_PROXY").contains(type)) {
            throw ApiFaults.unsupported("IntegrationType " + type);
        }
        if (integration.path("connectionType").asText("INTERNET").equals("VPC_LINK")) {
            throw ApiFaults.unsupported("ConnectionType VPC_LINK");
        }
        boolean isFunction = type.equals("AWS_PROXY");
        if (isFunction && !uri.contains(":function:")) {
            throw ApiFaults.unsupported("an AWS_PROXY integration with " + uri);
        }
        if (isFunction && !integration.has("payloadFormatVersion")) {
            throw ApiFaults.badRequest("PayloadFormatVersion is a required parameter for integration");
        }
        if (!isFunction && !uri.matches("https?://.+")) {
            throw ApiFaults.badRequest("Invalid HTTP endpoint specified for URI: " + uri);
        }
        integration.put("connectionType", "INTERNET");
        int millis = integration.path("timeoutInMillis").asInt(MAX_MILLIS);
        if (millis < MIN_MILLIS || millis > MAX_MILLIS) {
            throw ApiFaults.badRequest("Timeout should be between 50 ms and 30000 ms");
        }
        integration.put("timeoutInMillis", millis);
    }

    static void completeStage(ObjectNode stage, Clock clock) {
        stage.put("lastUpdatedDate", clock.instant().toString());
        stage.put("autoDeploy", stage.path("autoDeploy").asBoolean(false));
        for (String name : new String[] {"defaultRouteSettings", "stageVariables", "routeSettings"}) {
            if (!stage.has(name)) {
                stage.putObject(name);
            }
        }
    }
}
