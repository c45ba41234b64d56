package sst.local.websocket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.apigateway.ApiDoor;
import sst.local.httpapi.control.ApiRecords;
import sst.local.websocket.frame.CloseReason;
import sst.local.wire.AwsException;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;
import sst.local.wire.Refusals;
import sst.local.wire.codec.Json;
import sst.local.wire.codec.Parameters;

/**
 * The calls on connections, below the address of a stage or, for clients that know the cloud's address alone, at its root.
 * See https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html
 */
final class ConnectionCalls implements ApiDoor {
    private static final Pattern PATH = Pattern.compile("(?:/_api/[^/]+/[^/]+)?/(?:@|%40)connections/([^/]+)");
    private static final int LONGEST = 128 * 1024;

    private final ApiRecords records;
    private final Connections connections;
    private final Clock clock;

    ConnectionCalls(ApiRecords records, Connections connections, Clock clock) {
        this.records = records;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public boolean serves(String apiId) {
        return records.locate(apiId)
                .filter(key -> records.api(key).path("protocolType").asText().equals("WEBSOCKET"))
                .isPresent();
    }

    @Override
    public HttpReply handle(HttpRequest request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            throw new AwsException(403, "ForbiddenException", "Forbidden");
        }
        Connection connection = connections
                .find(Parameters.decodedPath(path.group(1)))
                .orElseThrow(() -> new AwsException(410, "GoneException", "Gone"));
        return switch (request.method()) {
            case "POST" -> post(connection, request);
            case "GET" -> get(connection);
            case "DELETE" -> delete(connection);
            default -> throw Refusals.notImplemented("execute-api: " + request.method() + " " + request.path());
        };
    }

    private HttpReply post(Connection connection, HttpRequest request) {
        byte[] message = read(request);
        if (message.length > LONGEST) {
            throw new AwsException(413, "PayloadTooLargeException", "Message too long");
        }
        if (!connection.send(message, clock.millis())) {
            throw new AwsException(410, "GoneException", "Gone");
        }
        return HttpReply.empty(200);
    }

    private static byte[] read(HttpRequest request) {
        try {
            return request.body().readNBytes(LONGEST + 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static HttpReply get(Connection connection) {
        Connection.ConnectionInfo client = connection.info();
        ObjectNode answer = Json.object()
                .put("connectedAt", Instant.ofEpochMilli(client.connectedAt()).toString());
        answer.putObject("identity").put("sourceIp", "127.0.0.1").put("userAgent", client.userAgent());
        answer.put("lastActiveAt", Instant.ofEpochMilli(connection.lastActive()).toString());
        return HttpReply.of(200, "application/json", Json.write(answer));
    }

    private static HttpReply delete(Connection connection) {
        connection.close(CloseReason.NORMAL);
        return HttpReply.empty(204);
    }
}
