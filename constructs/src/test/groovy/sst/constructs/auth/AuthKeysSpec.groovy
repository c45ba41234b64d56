package sst.constructs.auth

import java.util.concurrent.ConcurrentLinkedQueue

import com.fasterxml.jackson.databind.ObjectMapper
import com.sun.net.httpserver.HttpServer
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Runs the function that makes keys, in node, against an SSM that notes what it is told. */
class AuthKeysSpec extends Specification {
    static final JSON = new ObjectMapper()

    @TempDir
    File folder

    @AutoCleanup('stop')
    def server = new Object() {
        final HttpServer http = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)

        void stop() { http.stop(0) }
    }

    Queue<Map> asked = new ConcurrentLinkedQueue<>()

    private String getEndpoint() {
        "http://127.0.0.1:${server.http.address.port}"
    }

    private void serve(List<Map> there) {
        server.http.createContext('/') { exchange ->
            String operation = (exchange.requestHeaders.getFirst('X-amz-target') ?: '').tokenize('.').with { it ? it.last() : 'answer' }
            asked << [operation: operation, body: JSON.readValue(exchange.requestBody, Map)]
            byte[] bytes = JSON.writeValueAsBytes(operation == 'GetParameters' ? [Parameters: there] : [:])
            exchange.sendResponseHeaders(200, bytes.length)
            exchange.responseBody.withCloseable { it.write(bytes) }
        }
        server.http.start()
    }

    private void call(String requestType) {
        String code = ['aws', 'auth-keys'].collect { getClass().getResource("/sst/constructs/function/${it}.js").getText('UTF-8') }.join('')
        assert code.getBytes('UTF-8').length <= 4096
        new File(folder, 'index.js').text = code
        def event = [RequestType: requestType, LogicalResourceId: 'Keys', StackId: 's', RequestId: 'r', ResponseURL: "$endpoint/answer".toString(),
                     ResourceProperties: [PublicPath: '/a/publicKey', PrivatePath: '/a/privateKey']]
        def process = new ProcessBuilder('node', '-e', "require('./index.js').handler(${JSON.writeValueAsString(event)})").directory(folder).redirectErrorStream(true)
        process.environment().putAll([AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret', AWS_ENDPOINT_URL: endpoint])
        def started = process.start()
        def text = started.inputStream.text
        assert started.waitFor() == 0: text
    }

    def "keys are made once: #there.size() are there, #put are made"() {
        given:
        serve(there)

        when:
        call('Create')
        def writes = asked.findAll { it.operation == 'PutParameter' }*.body

        then:
        writes.collect { [it.Name, it.Type] } == put
        writes.every { it.Value =~ /^-----BEGIN (PUBLIC|PRIVATE) KEY-----/ }
        with(asked.last()) {
            it.operation == 'answer'
            it.body.subMap('Status', 'PhysicalResourceId') == [Status: 'SUCCESS', PhysicalResourceId: '/a/publicKey']
        }

        where:
        there                      || put
        []                         || [['/a/publicKey', 'String'], ['/a/privateKey', 'SecureString']]
        [[Name: 'a'], [Name: 'b']] || []
    }

    def "keys go with the sign-in"() {
        given:
        serve([])

        when:
        call('Delete')

        then:
        asked*.operation == ['DeleteParameters', 'answer']
        asked[0].body == [Names: ['/a/publicKey', '/a/privateKey']]
    }
}
