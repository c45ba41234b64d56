package sst.local.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sst.local.port.LastingPort;
import sst.local.store.Store;

/**
 * The port of WebSockets, opened when the first API needs it and remembered, so that addresses stay good over a restart:
 * the JDK's HTTP server, which has the other port, does not let go of a connection for an upgrade.
 */
final class SocketPort implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SocketPort.class.getName());
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 256;
    private static final String PORT = "port";

    private final NavigableMap<String, JsonNode> remembered;
    private final Executor threads;
    private final Consumer<Socket> client;
    private @Nullable ServerSocket server;

    SocketPort(Store store, Executor threads, Consumer<Socket> client) {
        this.remembered = store.json("websocket.port");
        this.threads = threads;
        this.client = client;
    }

    /** The port that clients connect to; open from now on. */
    synchronized int open() {
        if (server == null) {
            try {
                server = bind();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            remembered.put(PORT, IntNode.valueOf(server.getLocalPort()));
            ServerSocket listening = server;
            threads.execute(() -> accept(listening));
        }
        return server.getLocalPort();
    }

    /** The port, if it is open. */
    synchronized OptionalInt current() {
        return server == null ? OptionalInt.empty() : OptionalInt.of(server.getLocalPort());
    }

    private ServerSocket bind() throws IOException {
        JsonNode before = remembered.get(PORT);
        int wanted = before == null ? 0 : before.asInt();
        ServerSocket socket = LastingPort.bind(wanted, SocketPort::bind);
        if (wanted != 0 && socket.getLocalPort() != wanted) {
            LOG.log(System.Logger.Level.WARNING, "the WebSockets' port " + wanted + " is taken");
        }
        return socket;
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
            return socket;
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                threads.execute(() -> client.accept(socket));
            } catch (IOException closed) {
                LOG.log(System.Logger.Level.DEBUG, "accept", closed);
            }
        }
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            try {
                server.close();
            } catch (IOException broken) {
                LOG.log(System.Logger.Level.DEBUG, "close", broken);
            }
        }
    }
}
