package sst.acceptance.harness

import java.net.http.HttpClient
import java.net.http.WebSocket
import java.util.concurrent.CompletionStage
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit

/** A browser's WebSocket: says something, and hears one message after the other. */
final class Socket implements AutoCloseable {

    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>()
    private final StringBuilder begun = new StringBuilder()
    private final WebSocket socket

    Socket(String url) {
        socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(url), new Ear()).join()
    }

    void say(String text) {
        socket.sendText(text, true).join()
    }

    /** The next message, which has a minute to come. */
    String hear() {
        def message = heard.poll(60, TimeUnit.SECONDS)
        if (message == null) {
            throw new AssertionError('nothing was heard for a minute' as Object)
        }
        message
    }

    Object hearJson() {
        Project.JSON.readValue(hear(), Object)
    }

    @Override
    void close() {
        socket.abort()
    }

    private final class Ear implements WebSocket.Listener {

        @Override
        CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            begun.append(text)
            if (last) {
                heard << begun.toString()
                begun.length = 0
            }
            from.request(1)
            null
        }
    }
}
