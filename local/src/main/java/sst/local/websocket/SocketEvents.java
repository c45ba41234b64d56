package sst.local.websocket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import sst.local.httpapi.payload.RequestTime;
import sst.local.websocket.Connection.ConnectionInfo;
import sst.local.websocket.frame.CloseReason;
import sst.local.websocket.frame.Handshake;
import sst.local.wire.codec.Json;
import sst.local.wire.codec.Parameters;

/**
 * The events of WebSocket APIs.
 * See https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html
 *
 * @param ids gives an id of API Gateway's form each time
 */
record SocketEvents(Clock clock, Supplier<String> ids) {
    ObjectNode connect(SocketApi api, ConnectionInfo client, Handshake request) {
        ObjectNode event = Json.object();
        lay(event, request);
        ObjectNode context = context(api, client, "$connect", "CONNECT");
        event.set("requestContext", context);
        variables(event, api);
        return event.put("isBase64Encoded", false);
    }

    /** What a REQUEST authorizer gets, whose context is that of the connection to come. */
    ObjectNode authorize(SocketApi api, ConnectionInfo client, Handshake request) {
        ObjectNode event = connect(api, client, request);
        event.remove("isBase64Encoded");
        event.put("type", "REQUEST").put("methodArn", methodArn(api));
        if (!event.has("stageVariables")) {
            event.putObject("stageVariables");
        }
        return event;
    }

    static String methodArn(SocketApi api) {
        return "arn:aws:execute-api:" + api.key().region() + ":000000000000:"
                + api.key().id() + "/" + api.stage() + "/$connect";
    }

    ObjectNode message(SocketApi api, ConnectionInfo client, String routeKey, String body) {
        ObjectNode event = Json.object();
        ObjectNode context = context(api, client, routeKey, "MESSAGE");
        context.put("messageId", ids.get());
        event.set("requestContext", context);
        variables(event, api);
        return event.put("body", body).put("isBase64Encoded", false);
    }

    ObjectNode disconnect(SocketApi api, ConnectionInfo client, CloseReason reason) {
        ObjectNode event = Json.object();
        Map<String, String> headers =
                Map.of("Host", api.domain(), "x-api-key", "", "X-Forwarded-For", "", "x-restapi", "");
        ObjectNode single = event.putObject("headers");
        ObjectNode multi = event.putObject("multiValueHeaders");
        headers.forEach((name, value) -> {
            single.put(name, value);
            multi.putArray(name).add(value);
        });
        ObjectNode context = context(api, client, "$disconnect", "DISCONNECT");
        context.put("disconnectStatusCode", reason.code()).put("disconnectReason", reason.text());
        event.set("requestContext", context);
        variables(event, api);
        return event.put("isBase64Encoded", false);
    }

    private ObjectNode context(SocketApi api, ConnectionInfo client, String routeKey, String type) {
        long now = clock.millis();
        String requestId = ids.get();
        ObjectNode context = Json.object().put("routeKey", routeKey);
        if (!client.authorizer().isEmpty()) {
            context.set("authorizer", client.authorizer());
        }
        context.put("eventType", type)
                .put("extendedRequestId", requestId)
                .put("requestTime", RequestTime.text(now))
                .put("messageDirection", "IN")
                .put("stage", api.stage())
                .put("connectedAt", client.connectedAt())
                .put("requestTimeEpoch", now);
        ObjectNode identity = context.putObject("identity").put("sourceIp", "127.0.0.1");
        if (!client.userAgent().isEmpty()) {
            identity.put("userAgent", client.userAgent());
        }
        return context.put("requestId", requestId)
                .put("domainName", api.domain())
                .put("connectionId", client.id())
                .put("apiId", api.key().id());
    }

    private static void variables(ObjectNode event, SocketApi api) {
        if (!api.variables().isEmpty()) {
            ObjectNode variables = event.putObject("stageVariables");
            api.variables().forEach(variables::put);
        }
    }

    private static void lay(ObjectNode event, Handshake request) {
        both(event, request.headers(), "headers", "multiValueHeaders");
        ObjectNode trace = (ObjectNode) event.get("headers");
        String random = UUID.randomUUID().toString().replace("-", "");
        trace.put("X-Amzn-Trace-Id", "Root=1-" + random.substring(0, 8) + "-" + random.substring(8));
        trace.put("X-Forwarded-For", "127.0.0.1").put("X-Forwarded-Proto", "http");
        Map<String, List<String>> query = Parameters.parse(request.query());
        if (!query.isEmpty()) {
            both(event, query, "queryStringParameters", "multiValueQueryStringParameters");
        }
    }

    private static void both(ObjectNode event, Map<String, List<String>> values, String single, String multi) {
        ObjectNode last = event.putObject(single);
        ObjectNode all = event.putObject(multi);
        values.forEach((name, list) -> {
            String shown = single.equals("headers") ? canonical(name) : name;
            last.put(shown, list.get(list.size() - 1));
            list.forEach(all.withArrayProperty(shown)::add);
        });
    }

    /** WebSocket APIs pass the names of headers on as clients write them, mostly each word with a capital. */
    private static String canonical(String name) {
        StringBuilder text = new StringBuilder();
        boolean isStart = true;
        for (int at = 0; at < name.length(); at++) {
            char letter = name.charAt(at);
            text.append(isStart ? Character.toUpperCase(letter) : letter);
            isStart = letter == '-';
        }
        return text.toString().replace("Websocket", "WebSocket");
    }
}
