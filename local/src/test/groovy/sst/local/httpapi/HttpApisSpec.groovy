package sst.local.httpapi

import com.fasterxml.jackson.databind.ObjectMapper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Path
import java.time.Clock
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.port.FunctionInvoker
import sst.local.port.FunctionInvoker.Invocation
import sst.local.port.Host
import sst.local.port.LogSink
import sst.local.store.DurableStore
import sst.local.wire.gateway.Gateway

class HttpApisSpec extends Specification {
    static final ObjectMapper JSON = new ObjectMapper()
    static final String ARN = 'arn:aws:lambda:us-east-1:000000000000:function:f'

    @TempDir
    Path folder

    DurableStore store
    Gateway gateway
    HttpApis apis
    Map event
    Object result = [ok: true]
    String error = ''
    CountDownLatch held = new CountDownLatch(0)
    List<Map> logs = new CopyOnWriteArrayList<>()
    HttpClient client = HttpClient.newHttpClient()

    def setup() {
        open()
    }

    def cleanup() {
        held.countDown()
        close()
    }

    private void open() {
        store = DurableStore.open(folder)
        gateway = Gateway.bind(0)
        def functions = [invoke: { String arn, byte[] payload ->
            held.await()
            event = JSON.readValue(payload, Map)
            event.invoked = arn
            new Invocation(result instanceof byte[] ? result : JSON.writeValueAsBytes(result), error, '')
        }] as FunctionInvoker
        LogSink sink = { at, time, text -> logs << [group: at.group(), text: text] }
        apis = new HttpApis(new Host(store, Clock.systemUTC(), gateway.endpoint()), functions, sink)
        gateway.start(apis.endpoints(), store)
    }

    private void close() {
        apis.close()
        gateway.close()
        store.close()
    }

    private Object control(String method, String path, Map body = [:]) {
        def request = HttpRequest.newBuilder(URI.create(gateway.endpoint() + path))
                .header('Authorization', 'AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/apigateway/aws4_request, SignedHeaders=host, Signature=0')
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
        def response = client.send(request.build(), HttpResponse.BodyHandlers.ofString())
        response.body() ? JSON.readValue(response.body(), Object) : [status: response.statusCode()]
    }

    private HttpResponse<byte[]> send(String method, String url, Map<String, Object> headers = [:], byte[] body = new byte[0]) {
        def request = HttpRequest.newBuilder(URI.create(url)).method(method, HttpRequest.BodyPublishers.ofByteArray(body))
        headers.each { name, values -> [values].flatten().each { request.header(name, it) } }
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
    }

    private String text(HttpResponse<byte[]> response) {
        new String(response.body())
    }

    /** An API with one function behind the given routes. */
    private Map api(List<String> routes, Map more = [:], Map integration = [:], Map stage = [:]) {
        def api = control('POST', '/v2/apis', [name: 'a', protocolType: 'HTTP'] + more)
        def made = control('POST', "/v2/apis/$api.apiId/integrations", [integrationType: 'AWS_PROXY', integrationUri: ARN, payloadFormatVersion: '2.0'] + integration)
        routes.each { control('POST', "/v2/apis/$api.apiId/routes", [routeKey: it, target: "integrations/$made.integrationId".toString()]) }
        control('POST', "/v2/apis/$api.apiId/stages", [stageName: '$default', autoDeploy: true] + stage)
        api
    }

    def 'the most specific route answers: #method #path'() {
        given:
        def api = api(['GET /pets', 'ANY /pets/dog', 'GET /pets/{id}', 'GET /pets/{id}/toys', 'ANY /pets/{proxy+}', 'POST /pets/{id}', '$default'])

        when:
        send(method, api.apiEndpoint + path)

        then:
        event.routeKey == key
        event.pathParameters == parameters

        where:
        method   | path             || key                    | parameters
        'GET'    | '/pets'          || 'GET /pets'            | null
        'GET'    | '/pets/dog'      || 'ANY /pets/dog'        | null
        'GET'    | '/pets/cat'      || 'GET /pets/{id}'       | [id: 'cat']
        'GET'    | '/pets/a%20b%2F' || 'GET /pets/{id}'       | [id: 'a b/']
        'DELETE' | '/pets/cat'      || 'ANY /pets/{proxy+}'   | [proxy: 'cat']
        'GET'    | '/pets/1/toys'   || 'GET /pets/{id}/toys'  | [id: '1']
        'GET'    | '/pets/1/2/3'    || 'ANY /pets/{proxy+}'   | [proxy: '1/2/3']
        'POST'   | '/pets/1'        || 'POST /pets/{id}'      | [id: '1']
        'PUT'    | '/pets'          || '$default'             | null
        'GET'    | ''               || '$default'             | null
    }

    def 'what no route takes is not found'() {
        given:
        def api = api(['GET /a'])

        expect:
        def response = send(method, gateway.endpoint() + '/_api/' + (id ?: api.apiId) + path)
        response.statusCode() == 404
        text(response) == '{"message":"Not Found"}'

        where:
        method | id       | path
        'POST' | ''       | '/a'
        'GET'  | ''       | '/a/'
        'GET'  | 'nosuch' | '/a'
    }

    def 'a function gets payload format 2.0'() {
        given:
        def api = api(['POST /n/{id}'], [:], [:], [stageVariables: [color: 'red']])

        when:
        send('POST', api.apiEndpoint + '/n/7?a=1&a=2&b=x%20y', [Cookie: 'c=1; d=2', 'X-Mixed': ['1', '2'], 'Content-Type': 'application/json'], '{"x":"é"}'.getBytes('UTF-8'))

        then:
        event.invoked == ARN
        event.version == '2.0'
        event.rawPath == '/n/7'
        event.rawQueryString == 'a=1&a=2&b=x%20y'
        event.queryStringParameters == [a: '1,2', b: 'x y']
        event.cookies == ['c=1', 'd=2']
        event.headers['x-mixed'] == '1,2'
        !event.headers.containsKey('cookie')
        event.headers['x-forwarded-proto'] == 'http'
        event.body == '{"x":"é"}'
        !event.isBase64Encoded
        event.stageVariables == [color: 'red']
        event.requestContext.http.method == 'POST'
        event.requestContext.http.path == '/n/7'
        event.requestContext.stage == '$default'
        event.requestContext.apiId == api.apiId
        event.requestContext.routeKey == 'POST /n/{id}'
        event.requestContext.time ==~ /\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d \+0000/
        event.requestContext.timeEpoch instanceof Long
    }

    def 'a function gets payload format 1.0 if its integration says so'() {
        given:
        def api = api(['GET /n/{id}'], [:], [payloadFormatVersion: '1.0'])
        result = [statusCode: 201, headers: [A: '1'], multiValueHeaders: [B: ['1', '2']], body: 'hi']

        when:
        def response = send('GET', api.apiEndpoint + '/n/7?a=1&a=2')

        then:
        event.version == '1.0'
        event.resource == '/n/{id}'
        event.httpMethod == 'GET'
        event.queryStringParameters == [a: '2']
        event.multiValueQueryStringParameters == [a: ['1', '2']]
        event.requestContext.identity.sourceIp == '127.0.0.1'
        event.body == null
        response.statusCode() == 201
        response.headers().allValues('b') == ['1', '2']
        text(response) == 'hi'

        when: 'a result without a status code is no answer in this format'
        result = [a: 1]

        then:
        send('GET', api.apiEndpoint + '/n/7').statusCode() == 500
    }

    def 'binary bodies travel in base64 both ways'() {
        given:
        def api = api(['POST /b'])
        byte[] bytes = [0, -1, 7, -128]
        result = [statusCode: 200, headers: ['content-type': 'image/png'], isBase64Encoded: true, body: bytes.encodeBase64().toString()]

        when:
        def response = send('POST', api.apiEndpoint + '/b', ['Content-Type': 'application/octet-stream'], bytes)

        then:
        event.isBase64Encoded
        event.body.decodeBase64() == bytes
        response.body() == bytes
        response.headers().firstValue('content-type').get() == 'image/png'
    }

    def 'the answer is inferred from what the function gives: #given'() {
        given:
        def api = api(['GET /x'])
        result = given

        when:
        def response = send('GET', api.apiEndpoint + '/x')

        then:
        response.statusCode() == status
        text(response) == body
        response.headers().firstValue('content-type').orElse('') == type

        where:
        given                                           || status | type                       | body
        [a: 1]                                          || 200    | 'application/json'         | '{"a":1}'
        'Hello'                                         || 200    | 'application/json'         | 'Hello'
        [1, 2]                                          || 200    | 'application/json'         | '[1,2]'
        [statusCode: 404]                               || 404    | 'text/plain;charset=UTF-8' | ''
        [statusCode: '202', body: 'x']                  || 202    | 'text/plain;charset=UTF-8' | 'x'
        [statusCode: 200, body: [a: 1]]                 || 500    | 'application/json'         | '{"message":"Internal Server Error"}'
        [statusCode: 9999]                              || 500    | 'application/json'         | '{"message":"Internal Server Error"}'
    }

    def 'cookies of the answer become headers of their own'() {
        given:
        def api = api(['GET /x'])
        result = [statusCode: 200, cookies: ['a=1', 'b=2; Path=/']]

        expect:
        send('GET', api.apiEndpoint + '/x').headers().allValues('set-cookie') == ['a=1', 'b=2; Path=/']
    }

    def 'a failing function is an internal error and a slow one a timeout'() {
        given:
        def failing = api(['GET /x'])
        def api = api(['GET /x'], [:], [timeoutInMillis: 60])
        error = 'Unhandled'

        expect:
        text(send('GET', failing.apiEndpoint + '/x')) == '{"message":"Internal Server Error"}'

        when:
        held = new CountDownLatch(1)
        def slow = send('GET', api.apiEndpoint + '/x')

        then:
        slow.statusCode() == 503
        text(slow) == '{"message":"Service Unavailable"}'
    }

    def 'the API answers preflights itself and its CORS headers replace the function\'s'() {
        given:
        def api = api(['GET /x'], [corsConfiguration: [allowOrigins: ['https://a.example'], allowMethods: ['*'], allowHeaders: ['x-a'], exposeHeaders: ['x-b'], maxAge: 60, allowCredentials: true]])
        result = [statusCode: 200, headers: ['access-control-allow-origin': 'https://evil.example']]

        when:
        def preflight = send('OPTIONS', api.apiEndpoint + '/x', [Origin: 'https://a.example', 'Access-Control-Request-Method': 'GET'])

        then:
        preflight.statusCode() == 204
        preflight.headers().firstValue('access-control-allow-origin').get() == 'https://a.example'
        preflight.headers().firstValue('access-control-allow-methods').get().contains('PATCH')
        preflight.headers().firstValue('access-control-allow-headers').get() == 'x-a'
        preflight.headers().firstValue('access-control-max-age').get() == '60'
        event == null

        when:
        def allowed = send('GET', api.apiEndpoint + '/x', [Origin: 'https://a.example'])
        def other = send('GET', api.apiEndpoint + '/x', [Origin: 'https://b.example'])

        then:
        allowed.headers().allValues('access-control-allow-origin') == ['https://a.example']
        allowed.headers().firstValue('access-control-allow-credentials').get() == 'true'
        allowed.headers().firstValue('access-control-expose-headers').get() == 'x-b'
        other.headers().firstValue('access-control-allow-origin').empty
    }

    def 'a named stage answers below its name and keeps the routes of its deployment'() {
        given:
        def api = api(['GET /x'])
        def deployment = control('POST', "/v2/apis/$api.apiId/deployments")
        control('POST', "/v2/apis/$api.apiId/stages", [stageName: 'prod', deploymentId: deployment.deploymentId])
        control('POST', "/v2/apis/$api.apiId/routes", [routeKey: 'GET /late', target: 'integrations/' + control('GET', "/v2/apis/$api.apiId/integrations").items[0].integrationId])

        expect:
        send('GET', api.apiEndpoint + '/prod/x').statusCode() == 200
        event.rawPath == '/prod/x'
        event.requestContext.stage == 'prod'
        send('GET', api.apiEndpoint + '/prod/late').statusCode() == 404
        send('GET', api.apiEndpoint + '/late').statusCode() == 200
    }

    def 'requests go to another server, with parameters in its address'() {
        given:
        def target = api(['ANY /{proxy+}'])
        result = [statusCode: 418, headers: ['x-from': 'there'], body: 'tea']
        def api = api(['GET /go/{path+}'], [:], [integrationType: 'HTTP_PROXY', integrationUri: target.apiEndpoint + '/t/{path}', integrationMethod: 'GET', payloadFormatVersion: '1.0'])

        when:
        def response = send('GET', api.apiEndpoint + '/go/a/b?q=1', ['x-own': 'yes'])

        then:
        response.statusCode() == 418
        text(response) == 'tea'
        response.headers().firstValue('x-from').get() == 'there'
        event.rawPath == '/t/a/b'
        event.rawQueryString == 'q=1'
        event.headers['x-own'] == 'yes'
    }

    def 'the access log gets a line for each request'() {
        given:
        def api = api(['GET /x'], [:], [:], [accessLogSettings: [destinationArn: 'arn:aws:logs:us-east-1:000000000000:log-group:/aws/vendedlogs/a', format: '{"m":"$context.httpMethod","r":"$context.routeKey","s":$context.status,"e":"$context.error.message"}']])

        when:
        send('GET', api.apiEndpoint + '/x')

        then:
        logs == [[group: '/aws/vendedlogs/a', text: '{"m":"GET","r":"GET /x","s":200,"e":"-"}\n']]
    }

    def 'too large a body is refused'() {
        given:
        def api = api(['POST /x'])

        expect:
        send('POST', api.apiEndpoint + '/x', [:], new byte[10 * 1024 * 1024 + 1]).statusCode() == 413
        event == null
    }

    def 'what is not supported is refused by name when it is made: #path'() {
        given:
        def api = api(['GET /x'])

        expect:
        control('POST', path.replace('ID', api.apiId), body).message.contains(named)

        where:
        path                      | body                                                          || named
        '/v2/apis'                | [name: 'w', protocolType: 'WEBSOCKET']                        || 'RouteSelectionExpression is required'
        '/v2/apis/ID/routes'      | [routeKey: 'GET /y', authorizationType: 'JWT']                || 'AuthorizerId is required'
        '/v2/apis/ID/authorizers' | [name: 'a']                                                   || 'AuthorizerType is required'
        '/v2/apis/ID/routes'      | [routeKey: 'FETCH /y']                                        || 'route key'
        '/v2/apis/ID/integrations' | [integrationType: 'MOCK']                                    || 'IntegrationType MOCK'
        '/v2/apis/ID/integrations' | [integrationType: 'AWS_PROXY', integrationSubtype: 'SQS-SendMessage'] || 'integrationSubtype'
    }

    def 'APIs come back after a restart, and are gone after their deletion'() {
        given:
        def id = api(['GET /x']).apiId
        close()
        open()

        expect:
        send('GET', gateway.endpoint() + "/_api/$id/x").statusCode() == 200
        control('GET', "/v2/apis/$id").apiEndpoint == gateway.endpoint() + "/_api/$id"

        when:
        control('DELETE', "/v2/apis/$id")

        then:
        send('GET', gateway.endpoint() + "/_api/$id/x").statusCode() == 404
        store.json('httpapi.parts').isEmpty()
    }
}
