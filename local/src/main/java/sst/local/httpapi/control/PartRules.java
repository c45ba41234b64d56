package sst.local.httpapi.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Set;

/** What the local cloud accepts in routes, integrations and stages; the rest is refused when it is deployed. */
final class PartRules {
    private static final Set<String> ENVELOPE =
            Set.of("apiId", "routeId", "integrationId", "stageName", "deploymentId", "authorizerId");
    private static final Set<String> OF_HTTP = Set.of("AWS_PROXY", "HTTP_PROXY");
    private static final Set<String> OF_SOCKETS = Set.of("AWS_PROXY", "MOCK");
    private static final int MAX_MILLIS = 30_000;
    private static final int MAX_SOCKET_MILLIS = 29_000;
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
    }

    static void completeIntegration(ObjectNode integration, boolean isSocket) {
        String type = ApiOperations.require(integration, "integrationType");
        String uri = integration.path("integrationUri").asText("");
        if (!(isSocket ? OF_SOCKETS : OF_HTTP).contains(type)) {
            throw ApiFaults.unsupported("IntegrationType " + type);
        }
        int longest = isSocket ? MAX_SOCKET_MILLIS : MAX_MILLIS;
        completeTimeout(integration, longest);
        if (type.equals("MOCK")) {
            return;
        }
        if (integration.path("connectionType").asText("INTERNET").equals("VPC_LINK")) {
            throw ApiFaults.unsupported("ConnectionType VPC_LINK");
        }
        boolean isFunction = type.equals("AWS_PROXY");
        if (isFunction && !uri.contains(":function:")) {
            throw ApiFaults.unsupported("an AWS_PROXY integration with " + uri);
        }
        if (isFunction && !isSocket && !integration.has("payloadFormatVersion")) {
            throw ApiFaults.badRequest("PayloadFormatVersion is a required parameter for integration");
        }
        if (!isFunction && !uri.matches("https?://.+")) {
            throw ApiFaults.badRequest("Invalid HTTP endpoint specified for URI: " + uri);
        }
        integration.put("connectionType", "INTERNET");
    }

    private static void completeTimeout(ObjectNode integration, int longest) {
        int millis = integration.path("timeoutInMillis").asInt(longest);
        if (millis < MIN_MILLIS || millis > longest) {
            throw ApiFaults.badRequest("Timeout should be between 50 ms and " + longest + " ms");
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
