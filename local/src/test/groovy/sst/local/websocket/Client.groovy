package sst.local.websocket

import java.net.http.HttpClient
import java.net.http.WebSocket
import java.net.http.WebSocketHandshakeException
import java.nio.ByteBuffer
import java.util.concurrent.CompletionException
import java.util.concurrent.CompletionStage
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit

/** The JDK's WebSocket client, with what it hears in a queue. */
class Client implements WebSocket.Listener {
    final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>()
    private final StringBuilder part = new StringBuilder()
    WebSocket socket

    static Client connect(String url, Map<String, String> headers = [:], String protocol = null) {
        def client = new Client()
        def builder = HttpClient.newHttpClient().newWebSocketBuilder()
        headers.each { builder.header(it.key, it.value) }
        if (protocol) {
            builder.subprotocols(protocol)
        }
        client.socket = builder.buildAsync(URI.create(url), client).join()
        client
    }

    /** The status that a connection is refused with. */
    static int refused(String url, Map<String, String> headers = [:]) {
        try {
            connect(url, headers).socket.abort()
            101
        } catch (CompletionException e) {
            (e.cause as WebSocketHandshakeException).response.statusCode()
        }
    }

    Client say(String text) {
        socket.sendText(text, true).join()
        this
    }

    String hear(int seconds = 60) {
        heard.poll(seconds, TimeUnit.SECONDS)
    }

    @Override
    CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part << data
        if (last) {
            heard << part.toString()
            part.length = 0
        }
        from.request(1)
        null
    }

    @Override
    CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        heard << 'pong ' + new String(message.array(), 0, message.limit())
        from.request(1)
        null
    }

    @Override
    CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        heard << "closed $code $reason".toString().trim()
        null
    }
}
