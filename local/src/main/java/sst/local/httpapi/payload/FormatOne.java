package sst.local.httpapi.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.apigateway.Members;

/** Payload format 1.0, that of REST APIs. */
record FormatOne() implements PayloadFormat {
    @Override
    public ObjectNode tree(Routed request) {
        Routed.Http http = request.http();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        String resource = request.routeKey().substring(request.routeKey().indexOf(' ') + 1);
        event.put("version", "1.0").put("resource", resource).put("path", http.path());
        event.put("httpMethod", http.method());
        Members.both(event, http.headers(), "headers", "multiValueHeaders");
        Members.both(
                event, QueryString.parse(http.query()), "queryStringParameters", "multiValueQueryStringParameters");
        event.set("requestContext", context(request, resource));
        Members.texts(event, "pathParameters", request.pathParameters());
        Members.texts(event, "stageVariables", request.stageVariables());
        if (http.body().length > 0) {
            Bodies.lay(event, http);
        } else {
            event.putNull("body").put("isBase64Encoded", false);
        }
        return event;
    }

    private static ObjectNode context(Routed request, String resource) {
        Routed.Http http = request.http();
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.put("accountId", "000000000000").put("apiId", request.api()).put("domainName", request.domain());
        // What format 2.0 shows under the authorizer's kind stands here by itself.
        request.authorizer().forEach(known -> context.set("authorizer", known));
        context.put("domainPrefix", request.api()).put("extendedRequestId", request.requestId());
        context.put("httpMethod", http.method());
        ObjectNode identity = context.putObject("identity");
        for (String name : List.of("accessKey", "accountId", "caller", "cognitoIdentityId", "user", "userArn")) {
            identity.putNull(name);
        }
        identity.put("sourceIp", "127.0.0.1").put("userAgent", http.header("user-agent"));
        context.put("path", http.path()).put("protocol", "HTTP/1.1").put("requestId", request.requestId());
        context.put("requestTime", RequestTime.text(request.time())).put("requestTimeEpoch", request.time());
        return context.put("resourceId", request.routeKey())
                .put("resourcePath", resource)
                .put("stage", request.stage());
    }

    @Override
    public Optional<Answer> answer(byte[] result) {
        try {
            JsonNode tree = JSON.readTree(result);
            if (!tree.isObject() || !tree.has("statusCode")) {
                return Optional.empty();
            }
            Map<String, List<String>> headers = Answers.headers(tree);
            headers.putIfAbsent("content-type", List.of("text/plain;charset=UTF-8"));
            return Answers.of(tree, headers);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
