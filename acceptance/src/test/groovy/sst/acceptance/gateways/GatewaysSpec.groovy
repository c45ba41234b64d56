package sst.acceptance.gateways

import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.net.http.WebSocket
import java.util.concurrent.CompletionStage
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import sst.acceptance.harness.Project

/** Every kind of API of a config, deployed locally and called as on AWS. */
class GatewaysSpec extends Specification {

    @Shared
    @AutoCleanup
    Project project = Project.app('gateways')

    @Shared
    Map<String, String> urls

    private final HttpClient client = HttpClient.newHttpClient()

    def setupSpec() {
        project.deploy()
        urls = project.outputs['dev-gateways-main']
    }

    private HttpResponse<String> get(String url, String token = null) {
        def request = HttpRequest.newBuilder(URI.create(url))
        if (token) {
            request.header('Authorization', token)
        }
        client.send(request.build(), HttpResponse.BodyHandlers.ofString())
    }

    private static Object json(HttpResponse<String> response) {
        new JsonSlurper().parseText(response.body())
    }

    def 'an authorizer of an HTTP API lets in whom it knows'() {
        expect:
        get("$urls.Web/open").statusCode() == 200
        get("$urls.Web/closed").statusCode() == 401
        get("$urls.Web/closed", 'no').statusCode() == 403
        json(get("$urls.Web/closed", 'yes')).who == [lambda: [user: 'ada']]
    }

    def 'a REST API answers below its stage, and its authorizer decides by a policy'() {
        expect:
        json(get("${urls.Rest}a/b")).path == '/a/b'
        get("${urls.Rest}closed").statusCode() == 401
        get("${urls.Rest}closed", 'no').statusCode() == 403
        json(get("${urls.Rest}closed", 'yes')).who.principalId == 'ada'
    }

    def 'a WebSocket hears its route, the functions that call it, and a bound function'() {
        given:
        def heard = new LinkedBlockingQueue<String>()
        def listener = new WebSocket.Listener() {
            @Override
            CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                heard << text.toString()
                from.request(1)
                null
            }
        }
        def socket = client.newWebSocketBuilder().buildAsync(URI.create(urls.Chat), listener).join()
        def hear = { heard.poll(60, TimeUnit.SECONDS) }

        when:
        socket.sendText('hello', true).join()
        def echo = new JsonSlurper().parseText(hear())

        then:
        echo.echo == 'hello'

        when:
        socket.sendText('{"action":"say"}', true).join()

        then:
        hear() == 'said'

        when:
        def pushed = json(get(urls.Linked + '?id=' + URLEncoder.encode(echo.id, 'UTF-8')))

        then:
        pushed.status == 200
        hear() == 'pushed'

        cleanup:
        socket?.abort()
    }
}
