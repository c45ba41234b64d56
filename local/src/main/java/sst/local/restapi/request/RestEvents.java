package sst.local.restapi.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import sst.local.apigateway.Members;
import sst.local.httpapi.payload.RequestTime;
import sst.local.wire.codec.Json;

/**
 * What functions get of a request.
 * See https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
final class RestEvents {
    private RestEvents() {}

    /** The event of a proxy integration. */
    static ObjectNode proxy(RestRequest request, JsonNode authorizer, boolean isBinary) {
        ObjectNode event = common(request);
        ObjectNode context = (ObjectNode) event.get("requestContext");
        if (!authorizer.isEmpty()) {
            context.set("authorizer", authorizer);
        }
        if (request.body().length == 0) {
            return event.putNull("body").put("isBase64Encoded", false);
        }
        return event.put(
                        "body",
                        isBinary
                                ? Base64.getEncoder().encodeToString(request.body())
                                : new String(request.body(), StandardCharsets.UTF_8))
                .put("isBase64Encoded", isBinary);
    }

    /** The event of a REQUEST authorizer. */
    static ObjectNode authorize(RestRequest request) {
        ObjectNode event = Json.object().put("type", "REQUEST").put("methodArn", request.methodArn());
        return event.setAll(common(request));
    }

    private static ObjectNode common(RestRequest request) {
        DeployedMethods.Match match = request.match();
        ObjectNode event = Json.object()
                .put("resource", match.method().resourcePath())
                .put("path", DeployedMethods.decode(request.path()))
                .put("httpMethod", request.http().method());
        Members.both(event, headers(request), "headers", "multiValueHeaders");
        Members.both(event, request.query(), "queryStringParameters", "multiValueQueryStringParameters");
        Members.texts(event, "pathParameters", match.parameters());
        Map<String, String> variables = new TreeMap<>();
        request.stage()
                .path("variables")
                .properties()
                .forEach(each -> variables.put(each.getKey(), each.getValue().asText()));
        Members.texts(event, "stageVariables", variables);
        event.set("requestContext", context(request));
        return event;
    }

    static ObjectNode context(RestRequest request) {
        String id = request.http().context().requestId();
        String name = DeployedMethods.decode(request.path());
        ObjectNode context = Json.object()
                .put("resourceId", request.match().method().resourceId())
                .put("resourcePath", request.match().method().resourcePath())
                .put("httpMethod", request.http().method())
                .put("extendedRequestId", id)
                .put("requestTime", RequestTime.text(request.millis()))
                .put("path", "/" + request.stageName() + name)
                .put("accountId", "000000000000")
                .put("protocol", "HTTP/1.1")
                .put("stage", request.stageName())
                .put("domainPrefix", request.api().id())
                .put("requestTimeEpoch", request.millis())
                .put("requestId", id);
        identity(request, context.putObject("identity"));
        return context.put(
                        "domainName",
                        request.api().id() + ".execute-api." + request.api().region() + ".amazonaws.com")
                .put("apiId", request.api().id());
    }

    private static void identity(RestRequest request, ObjectNode identity) {
        for (String unknown : List.of(
                "cognitoIdentityPoolId",
                "accountId",
                "cognitoIdentityId",
                "caller",
                "principalOrgId",
                "accessKey",
                "cognitoAuthenticationType",
                "cognitoAuthenticationProvider",
                "userArn",
                "user")) {
            identity.putNull(unknown);
        }
        identity.put("sourceIp", "127.0.0.1")
                .put("userAgent", request.http().header("user-agent").orElse(""));
    }

    /** REST APIs pass names of headers on as clients write them, mostly each word with a capital. */
    private static Map<String, List<String>> headers(RestRequest request) {
        Map<String, List<String>> all = new TreeMap<>();
        request.http().headers().forEach((name, values) -> all.put(canonical(name), values));
        String random = UUID.randomUUID().toString().replace("-", "");
        all.put("X-Amzn-Trace-Id", List.of("Root=1-" + random.substring(0, 8) + "-" + random.substring(8)));
        all.put("X-Forwarded-For", List.of("127.0.0.1"));
        all.put("X-Forwarded-Proto", List.of("http"));
        String host = request.http().header("host").orElse("");
        all.put("X-Forwarded-Port", List.of(host.substring(host.lastIndexOf(':') + 1)));
        return all;
    }

    private static String canonical(String name) {
        StringBuilder text = new StringBuilder();
        boolean isStart = true;
        for (int at = 0; at < name.length(); at++) {
            char letter = name.charAt(at);
            text.append(isStart ? Character.toUpperCase(letter) : letter);
            isStart = letter == '-';
        }
        return text.toString();
    }
}
