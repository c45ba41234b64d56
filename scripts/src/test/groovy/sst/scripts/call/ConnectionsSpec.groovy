package sst.scripts.call

import com.sun.net.httpserver.HttpServer
import java.time.Duration
import java.util.concurrent.CountDownLatch
import software.amazon.awssdk.http.HttpExecuteRequest
import software.amazon.awssdk.http.SdkHttpClient
import software.amazon.awssdk.http.SdkHttpMethod
import software.amazon.awssdk.http.SdkHttpRequest
import spock.lang.Specification
import spock.lang.Timeout
import spock.util.environment.RestoreSystemProperties

class ConnectionsSpec extends Specification {

    def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)

    def isOver = new CountDownLatch(1)

    String endpoint

    def setup() {
        server.createContext('/quick') { exchange ->
            exchange.sendResponseHeaders(200, 2)
            exchange.responseBody.withCloseable { it << 'ok' }
        }
        server.createContext('/silent') { isOver.await() }
        server.start()
        endpoint = "http://127.0.0.1:$server.address.port"
    }

    def cleanup() {
        isOver.countDown()
        server.stop(0)
    }

    @RestoreSystemProperties
    def 'the local cloud is reached past any proxy'() {
        given:
        System.setProperty('http.proxyHost', '127.0.0.1')
        System.setProperty('http.proxyPort', '1')
        System.setProperty('http.nonProxyHosts', '')

        expect:
        get(Connections.to(endpoint, Duration.ofSeconds(20)), '/quick') == 'ok'
    }

    @Timeout(30)
    def 'an answer that stays silent for longer than it may is given up'() {
        when:
        get(Connections.to(endpoint, Duration.ofMillis(200)), '/silent')

        then:
        thrown(SocketTimeoutException)
    }

    def 'AWS itself is reached as the SDK does'() {
        expect:
        get(Connections.to(null, Duration.ofSeconds(20)), '/quick') == 'ok'
    }

    private String get(SdkHttpClient client, String path) {
        client.withCloseable {
            def request = SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(URI.create(endpoint + path)).build()
            def answer = client.prepareRequest(HttpExecuteRequest.builder().request(request).build()).call()
            answer.responseBody().get().text
        }
    }
}
