package sst.local.websocket;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import sst.local.apigateway.ApiDoor;
import sst.local.apigateway.FunctionAuthorizers;
import sst.local.apigateway.FunctionCalls;
import sst.local.httpapi.control.ApiRecords;
import sst.local.port.FunctionInvoker;
import sst.local.port.Host;
import sst.local.websocket.Connection.ConnectionInfo;
import sst.local.websocket.frame.CloseReason;

/** WebSocket APIs: each answers at {@code ws://127.0.0.1:PORT/API/STAGE}, on a port of their own. */
public final class WebSockets implements AutoCloseable {
    /** Gives ids of eleven bytes in base64, as API Gateway's. */
    private static final int ID_BYTES = 11;

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "websocket");
        thread.setDaemon(true);
        return thread;
    });
    private final Connections connections;
    private final ConnectionCalls calls;
    private final SocketPort port;

    /** What they stand on: records of APIs, functions, and calls of functions in time. */
    public record Parts(
            ApiRecords records, FunctionInvoker functions, FunctionCalls calls, FunctionAuthorizers authorizers) {}

    /** WebSocket APIs of these records; those whose connections a former run left are told. */
    public WebSockets(Host host, Parts parts) {
        this.connections = new Connections(host.store());
        SocketEvents events = new SocketEvents(host.clock(), ids());
        Conversation conversation = new Conversation(parts.records(), parts.calls(), parts.functions(), events);
        Admission admission = new Admission(parts.records(), parts.authorizers(), events);
        Reception reception = new Reception(admission, conversation, connections, threads);
        this.calls = new ConnectionCalls(parts.records(), connections, host.clock());
        this.port = new SocketPort(host.store(), threads, reception::serve);
        if (parts.records().hasProtocol("WEBSOCKET")) {
            port.open();
        }
        for (ConnectionInfo cut : connections.left()) {
            conversation.disconnect(cut, CloseReason.BROKEN);
            connections.forget(cut.id());
        }
    }

    private static Supplier<String> ids() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] id = new byte[ID_BYTES];
            random.nextBytes(id);
            return Base64.getUrlEncoder().encodeToString(id);
        };
    }

    /** The calls on connections. */
    public ApiDoor door() {
        return calls;
    }

    /** Where clients of an API connect, without the stage. */
    public String address(String apiId) {
        return "ws://127.0.0.1:" + port.open() + "/" + apiId;
    }

    /** What runs for WebSockets, a line each. */
    public List<String> parts() {
        OptionalInt open = port.current();
        return open.isPresent()
                ? List.of("WebSockets on 127.0.0.1:" + open.getAsInt() + "  " + connections.count() + " connected")
                : List.of();
    }

    /** Ends the connections of an API that is gone. */
    public void closeAll(String apiId) {
        connections.closeAll(apiId);
    }

    @Override
    public void close() {
        port.close();
        connections.stop();
        threads.shutdown();
    }
}
