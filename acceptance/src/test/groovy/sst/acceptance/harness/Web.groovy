package sst.acceptance.harness

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Duration

/** Calls a deployed API as a browser or curl would. */
final class Web {

    private final HttpClient client = HttpClient.newHttpClient()
    private final String url
    private final Map<String, String> headers

    Web(String url, Map<String, String> headers = [:]) {
        this.url = url
        this.headers = headers
    }

    /** The same address, called with more headers. */
    Web with(Map<String, String> more) {
        new Web(url, headers + more)
    }

    Reply get(String path) {
        call('GET', path, null)
    }

    Reply post(String path, String body) {
        call('POST', path, body)
    }

    Reply delete(String path) {
        call('DELETE', path, null)
    }

    private Reply call(String method, String path, String body) {
        def content = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)
        def request = HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(30))
            .header('content-type', 'application/json')
            .method(method, content)
        headers.each { name, value -> request.header(name, value) }
        def response = client.send(request.build(), HttpResponse.BodyHandlers.ofString())
        new Reply(response.statusCode(), response.body(), response.headers().map())
    }

    static final class Reply {

        final int status
        final String body
        final Map<String, List<String>> headers

        Reply(int status, String body, Map<String, List<String>> headers) {
            this.status = status
            this.body = body
            this.headers = headers
        }

        Object getJson() {
            Project.JSON.readValue(body, Object)
        }

        @Override
        String toString() {
            "$status $body"
        }
    }
}
