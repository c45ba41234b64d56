package sst.local.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import sst.local.apigateway.FunctionCalls;
import sst.local.httpapi.control.ApiRecords;
import sst.local.httpapi.control.ApiRecords.ApiKey;
import sst.local.httpapi.control.RouteSelection;
import sst.local.port.FunctionInvoker;
import sst.local.websocket.Connection.ConnectionInfo;
import sst.local.websocket.SocketApi.SocketRoute;
import sst.local.websocket.frame.CloseReason;
import sst.local.websocket.frame.Handshake;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** What a connection's routes are told, and what they say. */
final class Conversation {
    private static final System.Logger LOG = System.getLogger(Conversation.class.getName());

    private final ApiRecords records;
    private final FunctionCalls calls;
    private final FunctionInvoker functions;
    private final SocketEvents events;
    private final Clock clock;

    Conversation(ApiRecords records, FunctionCalls calls, FunctionInvoker functions, SocketEvents events) {
        this.records = records;
        this.calls = calls;
        this.functions = functions;
        this.events = events;
        this.clock = events.clock();
    }

    /**
     * What {@code $connect} said.
     *
     * @param status 200 for yes, else what the handshake is refused with
     * @param protocol the subprotocol to speak; empty for none
     */
    record Welcome(int status, String protocol) {}

    /** Asks {@code $connect}; without such a route everyone may. */
    Welcome connect(SocketApi api, ConnectionInfo client, Handshake request) {
        Optional<SocketRoute> route = function(api, "$connect");
        if (route.isEmpty()) {
            return new Welcome(200, "");
        }
        FunctionCalls.Result result = call(route.get(), events.connect(api, client, request));
        if (result.end() != FunctionCalls.End.ANSWERED) {
            return new Welcome(result.end() == FunctionCalls.End.TIMED_OUT ? 504 : 502, "");
        }
        JsonNode answer = tree(result.payload());
        int status = answer.path("statusCode").asInt(0);
        if (status < 100 || status > 599) {
            return new Welcome(502, "");
        }
        return new Welcome(status / 100 == 2 ? 200 : status, protocol(answer));
    }

    private static String protocol(JsonNode answer) {
        return answer.path("headers").properties().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Sec-WebSocket-Protocol"))
                .map(header -> header.getValue().asText())
                .findFirst()
                .orElse("");
    }

    /** Gives a message to its route, and the route's answer, or an error, to the client. */
    void message(Connection connection, String text) {
        ConnectionInfo client = connection.info();
        Optional<SocketApi> api = SocketApi.read(records, new ApiKey(client.region(), client.apiId()), client.stage());
        if (api.isEmpty()) {
            return;
        }
        String wanted = RouteSelection.key(api.get().selection(), text);
        SocketRoute route = api.get().routes().get(wanted);
        SocketRoute taken = route == null || wanted.equals("$connect") || wanted.equals("$disconnect")
                ? api.get().routes().get(RouteSelection.DEFAULT)
                : route;
        if (taken == null) {
            complain(connection, "Forbidden", events.ids().get());
            return;
        }
        if (!taken.functionArn().isEmpty()) {
            run(connection, taken, events.message(api.get(), client, taken.key(), text));
        }
    }

    private void run(Connection connection, SocketRoute route, ObjectNode event) {
        FunctionCalls.Result result = call(route, event);
        String requestId = event.path("requestContext").path("requestId").asText();
        switch (result.end()) {
            case ANSWERED -> {
                JsonNode body = tree(result.payload()).path("body");
                if (route.answers() && body.isTextual()) {
                    connection.send(body.asText().getBytes(StandardCharsets.UTF_8), clock.millis());
                }
            }
            case TIMED_OUT -> complain(connection, "Endpoint request timed out", requestId);
            case THROTTLED -> complain(connection, "Too Many Requests", requestId);
            case FAILED -> complain(connection, "Internal server error", requestId);
        }
    }

    private void complain(Connection connection, String message, String requestId) {
        ObjectNode complaint = Json.object()
                .put("message", message)
                .put("connectionId", connection.info().id())
                .put("requestId", requestId);
        connection.send(Json.write(complaint), clock.millis());
    }

    /** Tells {@code $disconnect}, which is called later and has no say. */
    void disconnect(ConnectionInfo client, CloseReason reason) {
        SocketApi.read(records, new ApiKey(client.region(), client.apiId()), client.stage())
                .ifPresent(api -> function(api, "$disconnect").ifPresent(route -> {
                    try {
                        functions.invokeLater(route.functionArn(), Json.write(events.disconnect(api, client, reason)));
                    } catch (AwsException refused) {
                        LOG.log(System.Logger.Level.WARNING, "$disconnect was not called: " + refused.text());
                    }
                }));
    }

    private static Optional<SocketRoute> function(SocketApi api, String key) {
        return Optional.ofNullable(api.routes().get(key))
                .filter(route -> !route.functionArn().isEmpty());
    }

    private FunctionCalls.Result call(SocketRoute route, ObjectNode event) {
        return calls.call(route.functionArn(), Json.write(event), route.millis());
    }

    private static JsonNode tree(byte[] payload) {
        try {
            return Json.parse(new String(payload, StandardCharsets.UTF_8));
        } catch (AwsException notJson) {
            return Json.object();
        }
    }
}
