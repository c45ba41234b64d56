package sst.local.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.Semaphore;
import sst.local.websocket.frame.CloseReason;
import sst.local.websocket.frame.Sender;

/** A client that is connected. */
final class Connection {
    private static final int MOST_AT_ONCE = 64;

    private final ConnectionInfo info;
    private final Socket socket;
    private final Sender sender;
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
    private volatile long lastActive;
    private volatile CloseReason closedHere = CloseReason.BROKEN;

    Connection(ConnectionInfo info, Socket socket, Sender sender) {
        this.info = info;
        this.socket = socket;
        this.sender = sender;
        this.lastActive = info.connectedAt();
    }

    /**
     * What is known of a client.
     *
     * @param id as events show it
     * @param region of its API
     * @param apiId its API
     * @param stage its stage
     * @param connectedAt milliseconds since the epoch
     * @param userAgent as it said; may be empty
     * @param authorizer what an authorizer said of it; empty when none was asked
     */
    record ConnectionInfo(
            String id,
            String region,
            String apiId,
            String stage,
            long connectedAt,
            String userAgent,
            JsonNode authorizer) {
        /** The same client, of whom an authorizer said this. */
        ConnectionInfo as(JsonNode known) {
            return new ConnectionInfo(id, region, apiId, stage, connectedAt, userAgent, known);
        }

        ObjectNode record() {
            ObjectNode record = authorizer.isEmpty()
                    ? sst.local.wire.codec.Json.object()
                    : sst.local.wire.codec.Json.object().set("authorizer", authorizer);
            return record.put("region", region)
                    .put("apiId", apiId)
                    .put("stage", stage)
                    .put("connectedAt", connectedAt)
                    .put("userAgent", userAgent);
        }

        static ConnectionInfo of(String id, JsonNode record) {
            return new ConnectionInfo(
                    id,
                    record.path("region").asText(),
                    record.path("apiId").asText(),
                    record.path("stage").asText(),
                    record.path("connectedAt").asLong(),
                    record.path("userAgent").asText(),
                    record.path("authorizer"));
        }
    }

    ConnectionInfo info() {
        return info;
    }

    Sender sender() {
        return sender;
    }

    /** Bounds how many messages of a client run at one time. */
    Semaphore turns() {
        return turns;
    }

    long lastActive() {
        return lastActive;
    }

    void active(long now) {
        lastActive = now;
    }

    /** Sends a message; false when the client is gone. */
    boolean send(byte[] message, long now) {
        try {
            sender.text(message);
            active(now);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Says goodbye and ends the connection. */
    void close(CloseReason reason) {
        closedHere = reason;
        try (socket) {
            sender.close(reason);
        } catch (IOException gone) {
            // It is gone, which is what was wanted.
        }
    }

    /** Why it ended, if this side ended it; {@code BROKEN} if not. */
    CloseReason closedHere() {
        return closedHere;
    }
}
