package sst.local.websocket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import sst.local.httpapi.control.ApiRecords;
import sst.local.websocket.Connection.ConnectionInfo;
import sst.local.websocket.frame.CloseReason;
import sst.local.websocket.frame.Handshake;
import sst.local.websocket.frame.ProtocolFault;
import sst.local.websocket.frame.Receiver;
import sst.local.websocket.frame.Receiver.Received;
import sst.local.websocket.frame.Sender;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;
import sst.local.wire.gateway.Guard;

/** Takes one socket from its handshake to its end. */
final class Reception {
    private static final System.Logger LOG = System.getLogger(Reception.class.getName());
    private static final int HANDSHAKE_MILLIS = 10_000;

    private final ApiRecords records;
    private final Admission admission;
    private final Conversation conversation;
    private final Connections connections;
    private final Executor threads;

    Reception(Admission admission, Conversation conversation, Connections connections, Executor threads) {
        this.records = admission.records();
        this.admission = admission;
        this.conversation = conversation;
        this.connections = connections;
        this.threads = threads;
    }

    /**
     * A client that may come in.
     *
     * @param connection that begins
     * @param accepted the answer to its handshake, yet to be sent
     */
    private record Guest(Connection connection, byte[] accepted) {}

    void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(HANDSHAKE_MILLIS);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            Optional<Guest> guest = welcome(socket, Handshake.read(in), out);
            if (guest.isPresent()) {
                stay(
                        guest.get(),
                        socket,
                        new Receiver(in, guest.get().connection().sender()));
            }
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "a client went away", gone);
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, "a WebSocket", broken);
        }
    }

    private Optional<Guest> welcome(Socket socket, Handshake request, OutputStream out) throws IOException {
        ConnectionInfo client = stranger(request, "");
        Optional<SocketApi> api = Optional.empty();
        try {
            Guard.check(request.headers(), "/");
            api = find(request.path());
        } catch (AwsException foreign) {
            return refuse(out, foreign.status(), client);
        }
        if (api.isEmpty() || !request.isUpgrade()) {
            return refuse(out, api.isEmpty() ? 403 : 426, client);
        }
        return admit(api.get(), socket, request, out);
    }

    private Optional<Guest> admit(SocketApi api, Socket socket, Handshake request, OutputStream out)
            throws IOException {
        ConnectionInfo stranger = known(api, request);
        Admission.Verdict verdict = admission.judge(api, stranger, request);
        if (verdict.status() != 200) {
            return refuse(out, verdict.status(), stranger);
        }
        ConnectionInfo client = stranger.as(verdict.authorizer());
        Conversation.Welcome welcome = conversation.connect(api, client, request);
        if (welcome.status() != 200) {
            return refuse(out, welcome.status(), client);
        }
        Connection connection = new Connection(client, socket, new Sender(out));
        String protocol = welcome.protocol();
        byte[] accepted = request.accepted(protocol.isEmpty() ? Map.of() : Map.of("Sec-WebSocket-Protocol", protocol));
        return Optional.of(new Guest(connection, accepted));
    }

    /** The stage that a path such as {@code /API/STAGE} names. */
    private Optional<SocketApi> find(String path) {
        String[] parts = path.split("/", -1);
        if (parts.length < 3) {
            return Optional.empty();
        }
        return records.locate(parts[1])
                .filter(key -> records.api(key).path("protocolType").asText().equals("WEBSOCKET"))
                .flatMap(key -> SocketApi.read(records, key, parts[2]));
    }

    private ConnectionInfo stranger(Handshake request, String id) {
        return new ConnectionInfo(
                id,
                "",
                "",
                "",
                admission.events().clock().millis(),
                request.header("user-agent").orElse(""),
                Json.object());
    }

    private ConnectionInfo known(SocketApi api, Handshake request) {
        ConnectionInfo stranger = stranger(request, admission.events().ids().get());
        return new ConnectionInfo(
                stranger.id(),
                api.key().region(),
                api.key().id(),
                api.stage(),
                stranger.connectedAt(),
                stranger.userAgent(),
                Json.object());
    }

    private Optional<Guest> refuse(OutputStream out, int status, ConnectionInfo client) throws IOException {
        String message =
                switch (status) {
                    case 401 -> "Unauthorized";
                    case 403 -> "Forbidden";
                    case 426 -> "Upgrade Required";
                    case 504 -> "Endpoint request timed out";
                    default -> status >= 500 ? "Internal server error" : "Refused";
                };
        ObjectNode body = Json.object()
                .put("message", message)
                .put("connectionId", client.id())
                .put("requestId", admission.events().ids().get());
        out.write(Handshake.refused(status, Json.write(body)));
        out.flush();
        return Optional.empty();
    }

    private void stay(Guest guest, Socket socket, Receiver receiver) {
        Connection connection = guest.connection();
        CloseReason reason = CloseReason.BROKEN;
        try {
            connection.sender().first(guest.accepted(), () -> connections.add(connection));
            reason = listen(connection, socket, receiver);
        } catch (ProtocolFault fault) {
            reason = fault.reason();
        } catch (SocketTimeoutException silent) {
            reason = CloseReason.GOING_AWAY;
        } catch (IOException broken) {
            reason = connection.closedHere();
        }
        boolean wasOpen = connections.remove(connection);
        connection.close(reason);
        if (wasOpen) {
            conversation.disconnect(connection.info(), reason);
        }
    }

    private CloseReason listen(Connection connection, Socket socket, Receiver receiver) throws IOException {
        while (true) {
            socket.setSoTimeout(
                    Patience.millis(connection, admission.events().clock().millis()));
            Received received;
            try {
                received = receiver.next();
            } catch (SocketTimeoutException silent) {
                if (Patience.millis(connection, admission.events().clock().millis()) > Patience.LEAST_MILLIS) {
                    continue;
                }
                throw silent;
            }
            if (received instanceof Received.Closed closed) {
                return closed.reason();
            }
            connection.active(admission.events().clock().millis());
            tell(connection, ((Received.Text) received).text());
        }
    }

    /** Messages of one client run side by side, as on AWS. */
    private void tell(Connection connection, String text) throws IOException {
        try {
            connection.turns().acquire();
            threads.execute(() -> {
                try {
                    conversation.message(connection, text);
                } finally {
                    connection.turns().release();
                }
            });
        } catch (InterruptedException | RejectedExecutionException ending) {
            throw new IOException("the local cloud stops", ending);
        }
    }
}
