package sst.local.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sst.local.apigateway.Decision;
import sst.local.apigateway.FunctionAuthorizers;
import sst.local.apigateway.FunctionUri;
import sst.local.apigateway.Identity;
import sst.local.httpapi.control.ApiRecords;
import sst.local.httpapi.control.Kind;
import sst.local.websocket.Connection.ConnectionInfo;
import sst.local.websocket.frame.Handshake;
import sst.local.wire.codec.Json;
import sst.local.wire.codec.Parameters;

/**
 * Asks the REQUEST authorizer of {@code $connect} who may connect.
 * See https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html
 */
record Admission(ApiRecords records, FunctionAuthorizers authorizers, SocketEvents events) {
    /**
     * Whether a client may go on to {@code $connect}.
     *
     * @param status 200, or what the handshake is refused with
     * @param authorizer what is known of the client from now on
     */
    record Verdict(int status, ObjectNode authorizer) {}

    Verdict judge(SocketApi api, ConnectionInfo client, Handshake request) {
        SocketApi.SocketRoute route = api.routes().get("$connect");
        if (route == null || route.authorizerId().isEmpty()) {
            return new Verdict(200, Json.object());
        }
        JsonNode authorizer = records.part(api.key(), Kind.AUTHORIZER, route.authorizerId());
        ObjectNode event = events.authorize(api, client, request);
        Identity identity = new Identity(
                request.headers(), Parameters.parse(request.query()), api.variables(), event.path("requestContext"));
        List<String> sources = new ArrayList<>();
        authorizer.path("identitySource").forEach(source -> sources.add(source.asText()));
        Optional<List<String>> caller = identity.values(sources);
        if (caller.isEmpty()) {
            return new Verdict(401, Json.object());
        }
        // Answers are not remembered: each connection asks once.
        var setting = new FunctionAuthorizers.Setting(
                api.key().id() + "/" + route.authorizerId(),
                FunctionUri.arn(authorizer.path("authorizerUri").asText()).orElse(""),
                0,
                false);
        Decision decision = authorizers.decide(setting, "", SocketEvents.methodArn(api), () -> event);
        int status =
                switch (decision.outcome()) {
                    case ALLOWED -> 200;
                    case DENIED, EXPLICITLY_DENIED -> 403;
                    case UNAUTHORIZED -> 401;
                    case FAILED -> 500;
                };
        return new Verdict(status, decision.context());
    }
}
