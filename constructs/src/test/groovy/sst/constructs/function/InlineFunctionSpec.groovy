package sst.constructs.function

import java.nio.charset.StandardCharsets
import java.util.concurrent.ConcurrentLinkedQueue

import com.fasterxml.jackson.databind.ObjectMapper
import com.sun.net.httpserver.HttpServer
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Runs the functions in node against an endpoint that notes what it is asked. */
class InlineFunctionSpec extends Specification {
    static final JSON = new ObjectMapper()

    @TempDir
    File folder

    @AutoCleanup('stop')
    def server = new Object() {
        final HttpServer http = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)

        void stop() { http.stop(0) }
    }

    Queue<Map> asked = new ConcurrentLinkedQueue<>()
    Map<String, Object> answers = [:]

    def setup() {
        server.http.createContext('/') { exchange ->
            String path = exchange.requestURI.path
            asked << [method: exchange.requestMethod, path: path, target: exchange.requestHeaders.getFirst('X-amz-target'),
                      type: exchange.requestHeaders.getFirst('X-amz-invocation-type'), authorization: exchange.requestHeaders.getFirst('Authorization'),
                      body: exchange.requestBody.text]
            def answer = answers[path] ?: [:]
            answer.headers?.each { name, value -> exchange.responseHeaders.set(name, value) }
            byte[] bytes = JSON.writeValueAsBytes(answer.body ?: [:])
            exchange.sendResponseHeaders(answer.status ?: 200, bytes.length)
            exchange.responseBody.withCloseable { it.write(bytes) }
        }
        server.http.start()
    }

    private String getEndpoint() {
        "http://127.0.0.1:${server.http.address.port}"
    }

    private Object call(String script, Object event, Map<String, String> environment = [:]) {
        String code = ['aws', script].collect { getClass().getResource("/sst/constructs/function/${it}.js").getText('UTF-8') }.join('')
        assert code.getBytes(StandardCharsets.UTF_8).length <= 4096
        new File(folder, 'index.js').text = code
        def process = new ProcessBuilder('node', '-e',
                "require('./index.js').handler(${JSON.writeValueAsString(event)}).then((a) => console.log(JSON.stringify(a ?? null)))").directory(folder)
        process.environment().putAll([AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret', AWS_ENDPOINT_URL: endpoint] + environment)
        def started = process.start()
        def errors = started.errorStream.text
        def text = started.inputStream.text
        assert started.waitFor() == 0: errors
        JSON.readValue(text, Object)
    }

    def "a script calls the function of the event, and answers that it went well"() {
        given:
        def event = [RequestType: 'Create', LogicalResourceId: 'Seed', StackId: 's', RequestId: 'r', ResponseURL: "$endpoint/answer".toString(),
                     ResourceProperties: [UserCreateFunction: 'seed', UserParams: '{"a":1}']]

        when:
        call('script', event)
        def (call, answer) = asked as List

        then:
        call.path == '/2015-03-31/functions/seed/invocations'
        call.body == '{"params":{"a":1}}'
        call.authorization.startsWith('AWS4-HMAC-SHA256 Credential=key/')
        call.authorization.contains('/eu-west-1/lambda/aws4_request, SignedHeaders=host;x-amz-date, Signature=')
        answer.method == 'PUT'
        JSON.readValue(answer.body, Map) == [Status: 'SUCCESS', StackId: 's', RequestId: 'r', LogicalResourceId: 'Seed', PhysicalResourceId: 'Seed']
    }

    def "a script whose function fails says why"() {
        given:
        answers['/2015-03-31/functions/seed/invocations'] = [headers: ['X-Amz-Function-Error': 'Unhandled'], body: [errorMessage: 'no table']]
        def event = [RequestType: 'Update', LogicalResourceId: 'Seed', PhysicalResourceId: 'p', ResponseURL: "$endpoint/answer".toString(),
                     ResourceProperties: [UserUpdateFunction: 'seed', UserParams: '{}']]

        when:
        call('script', event)
        def answer = JSON.readValue((asked as List).last().body, Map)

        then:
        answer.Status == 'FAILED'
        answer.Reason == 'no table'
        answer.PhysicalResourceId == 'p'
    }

    def "a job is started with its payload, and stopped by its id"() {
        given:
        answers['/'] = [body: [build: [id: 'b1']]]

        when:
        def started = call('job', [action: 'run', payload: [n: 1]], [SST_JOB_RUNNER: 'report'])
        call('job', [action: 'cancel', jobId: 'b1'], [SST_JOB_RUNNER: 'report'])
        def (start, stop) = asked as List

        then:
        started == [jobId: 'b1']
        start.target == 'CodeBuild_20161006.StartBuild'
        JSON.readValue(start.body, Map) == [projectName: 'report', environmentVariablesOverride: [[name: 'SST_PAYLOAD', value: '{"n":1}']]]
        stop.target == 'CodeBuild_20161006.StopBuild'
        JSON.readValue(stop.body, Map) == [id: 'b1']
    }

    def "a failed call waits longer each time, is made again, and is given up"() {
        given:
        answers['/2015-03-31/functions/bill/configuration'] = [body: [Environment: [Variables: [SST_RETRIES: '2']]]]
        def failed = { payload -> [messageId: 'm', body: JSON.writeValueAsString([requestContext: [functionArn: 'arn:aws:lambda:eu-west-1:1:function:bill:$LATEST'], requestPayload: payload])] }
        def queue = [RETRIER_QUEUE_URL: 'q']

        when:
        call('retrier', [Records: [failed([id: 1])]], queue)
        def first = JSON.readValue((asked as List).last().body, Map)
        call('retrier', [Records: [[messageId: 'm', body: first.MessageBody]]], queue)
        def again = (asked as List).last()
        asked.clear()
        def ended = call('retrier', [Records: [failed([id: 1, sstRetry: 2])]], queue)

        then:
        first.QueueUrl == 'q'
        first.DelaySeconds == 2
        again.path == '/2015-03-31/functions/bill/invocations'
        again.type == 'Event'
        JSON.readValue(again.body, Map) == [id: 1, sstRetry: 1]
        asked*.path == ['/2015-03-31/functions/bill/configuration']
        ended == [batchItemFailures: []]
    }

    def "a message that cannot be handled stays in the queue, alone"() {
        given:
        answers['/2015-03-31/functions/bad/invocations'] = [status: 500, body: [message: 'oh']]
        def message = { name -> [messageId: name, body: JSON.writeValueAsString([name: name, payload: [:]])] }

        expect:
        call('retrier', [Records: [message('good'), message('bad')]]) == [batchItemFailures: [[itemIdentifier: 'bad']]]
    }
}
