package sst.local.lambda.source

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.CloudSettings
import sst.local.LocalCloud
import sst.local.sqs.MovedClock

/** A function in a real Node process, fed by a queue over real HTTP. */
class QueueFunctionSpec extends Specification {
    private static final ObjectMapper JSON = new ObjectMapper()
    private static final String ARN = 'arn:aws:sqs:us-east-1:000000000000:'

    @TempDir
    Path folder

    private final MovedClock moved = new MovedClock()
    private LocalCloud cloud

    def setup() {
        start()
    }

    def cleanup() {
        cloud.close()
    }

    private void start() {
        cloud = LocalCloud.start(new CloudSettings(folder, 0), moved)
    }

    private Object http(String method, String path, Object body, Map<String, String> headers = [:]) {
        def request = java.net.http.HttpRequest.newBuilder(URI.create(cloud.endpoint() + path))
                .method(method, java.net.http.HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
        headers.each { request.header(it.key, it.value) }
        def text = java.net.http.HttpClient.newHttpClient().send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString()).body()
        text ? JSON.readValue(text, Object) : [:]
    }

    private Object sqs(String operation, Map body) {
        http('POST', '/', body, ['X-Amz-Target': "AmazonSQS.$operation".toString(), 'Content-Type': 'application/x-amz-json-1.0'])
    }

    private String queue(String name, Map attributes = [:]) {
        sqs('CreateQueue', [QueueName: name, Attributes: attributes]).QueueUrl
    }

    /** A handler that sends to the queue "out" what {@code expression} makes of each record, and returns {@code answer}. */
    private void function(String name, String expression, String answer = 'undefined') {
        def source = """
            const say = (text) => fetch(process.env.AWS_ENDPOINT_URL, { method: 'POST',
              headers: { 'X-Amz-Target': 'AmazonSQS.SendMessage', 'Content-Type': 'application/x-amz-json-1.0' },
              body: JSON.stringify({ QueueUrl: '/out', MessageBody: text }) })
            export const handler = async (event) => {
              for (const r of event.Records) { await say(String($expression)) }
              return $answer
            }"""
        def bytes = new ByteArrayOutputStream()
        new ZipOutputStream(bytes).withCloseable {
            it.putNextEntry(new ZipEntry('index.mjs'))
            it.write(source.bytes)
        }
        http('POST', '/2015-03-31/functions', [FunctionName: name, Runtime: 'nodejs20.x', Handler: 'index.handler', Timeout: 25,
            Role: 'arn:aws:iam::000000000000:role/r', Code: [ZipFile: bytes.toByteArray().encodeBase64().toString()]])
    }

    private Object map(String queue, String function, Map more = [:]) {
        http('POST', '/2015-03-31/event-source-mappings', [EventSourceArn: ARN + queue, FunctionName: function] + more)
    }

    private void send(String queue, String body, Map more = [:]) {
        sqs('SendMessage', [QueueUrl: "/$queue".toString(), MessageBody: body] + more)
    }

    /** What the function said, until there are so many. */
    private List<String> said(int count) {
        def all = []
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120)
        while (all.size() < count && System.nanoTime() < deadline) {
            def messages = sqs('ReceiveMessage', [QueueUrl: '/out', WaitTimeSeconds: 2, MaxNumberOfMessages: 10]).Messages ?: []
            messages.each {
                all << it.Body
                sqs('DeleteMessage', [QueueUrl: '/out', ReceiptHandle: it.ReceiptHandle])
            }
        }
        all
    }

    private int left(String queue) {
        def counts = sqs('GetQueueAttributes', [QueueUrl: "/$queue".toString(), AttributeNames: ['All']]).Attributes
        counts.ApproximateNumberOfMessages.toInteger() + counts.ApproximateNumberOfMessagesNotVisible.toInteger()
    }

    private boolean isEmpty(String queue) {
        comesTo { left(queue) == 0 }
    }

    private static boolean comesTo(Closure<Boolean> truth) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120)
        while (System.nanoTime() < deadline) {
            if (truth()) {
                return true
            }
            LockSupport.parkNanos(20_000_000)
        }
        false
    }

    def 'messages reach the function and are deleted when it has handled them'() {
        given:
        ['out', 'in'].each { queue(it) }
        function('f', 'r.body + " " + r.eventSource + " " + r.eventSourceARN + " " + r.messageAttributes.n.stringValue')
        def mapping = map('in', 'f')

        when:
        send('in', 'hello', [MessageAttributes: [n: [DataType: 'Number', StringValue: '7']]])

        then:
        mapping.State == 'Enabled'
        mapping.BatchSize == 10
        said(1) == ["hello aws:sqs ${ARN}in 7".toString()]
        isEmpty('in')
    }

    def 'of a batch only the reported message comes again, and goes to the dead-letter queue in the end'() {
        given:
        ['out', 'dead'].each { queue(it) }
        queue('in', [VisibilityTimeout: '30', RedrivePolicy: JSON.writeValueAsString([deadLetterTargetArn: ARN + 'dead', maxReceiveCount: 2])])
        function('f', 'r.body', '({ batchItemFailures: event.Records.filter(r => r.body == "bad").map(r => ({ itemIdentifier: r.messageId })) })')
        map('in', 'f', [FunctionResponseTypes: ['ReportBatchItemFailures'], BatchSize: 3, MaximumBatchingWindowInSeconds: 1])

        when:
        ['good', 'bad', 'fine'].each { send('in', it) }
        def first = said(3)

        then:
        first.sort() == ['bad', 'fine', 'good']
        comesTo { left('in') == 1 }

        when:
        moved.forward(31)

        then:
        said(1) == ['bad']

        when:
        moved.forward(31)

        then:
        comesTo { sqs('ReceiveMessage', [QueueUrl: '/dead']).Messages*.Body == ['bad'] }
        isEmpty('in')
    }

    def 'a filter lets through what matches and drops the rest'() {
        given:
        ['out', 'in'].each { queue(it) }
        function('f', 'r.body')
        map('in', 'f', [FilterCriteria: [Filters: [[Pattern: '{"body":{"kind":["order"],"price":[{"numeric":[">",10]}]}}']]]])

        when:
        ['{"kind":"order","price":5}', 'text', '{"kind":"order","price":11}'].each { send('in', it) }

        then:
        said(1) == ['{"kind":"order","price":11}']
        isEmpty('in')
    }

    def 'a FIFO queue keeps its order through the function'() {
        given:
        queue('out')
        queue('in.fifo', [FifoQueue: 'true', ContentBasedDeduplication: 'true'])
        function('f', 'r.body')
        map('in.fifo', 'f', [BatchSize: 3])

        when:
        (1..20).each { n -> ['a', 'b'].each { send('in.fifo', "$it-$n".toString(), [MessageGroupId: it]) } }
        def all = said(40)

        then:
        all.findAll { it.startsWith('a') } == (1..20).collect { "a-$it".toString() }
        all.findAll { it.startsWith('b') } == (1..20).collect { "b-$it".toString() }
    }

    def 'a disabled mapping rests until it is enabled, and a mapping goes on after a restart'() {
        given:
        ['out', 'in'].each { queue(it) }
        function('f', 'r.body')
        def mapping = map('in', 'f', [Enabled: false])
        send('in', 'waits')

        expect:
        mapping.State == 'Disabled'

        when:
        cloud.close()
        start()

        then:
        left('in') == 1

        when:
        http('PUT', '/2015-03-31/event-source-mappings/' + mapping.UUID, [Enabled: true])
        def first = said(1)
        cloud.close()
        start()
        send('in', 'after')

        then:
        first == ['waits']
        said(1) == ['after']

        when:
        http('DELETE', '/2015-03-31/event-source-mappings/' + mapping.UUID, [:])

        then:
        http('GET', '/2015-03-31/event-source-mappings/' + mapping.UUID, [:]).message == 'The resource you requested does not exist.'
    }

    def 'what cannot be mapped is refused: #reason'() {
        given:
        queue('in')
        queue('in.fifo', [FifoQueue: 'true'])
        function('f', 'r.body')

        expect:
        http('POST', '/2015-03-31/event-source-mappings', input).message.contains(reason)

        where:
        input                                                                                                                     | reason
        [EventSourceArn: ARN + 'none', FunctionName: 'f']                                                                         | 'The specified queue does not exist.'
        [EventSourceArn: ARN + 'in', FunctionName: 'none']                                                                        | 'Function not found'
        [EventSourceArn: ARN + 'in', FunctionName: 'f', BatchSize: 11]                                                            | 'greater than 0 if maximum batch size'
        [EventSourceArn: ARN + 'in.fifo', FunctionName: 'f', BatchSize: 11, MaximumBatchingWindowInSeconds: 1]                    | 'FIFO'
        [EventSourceArn: ARN + 'in', FunctionName: 'f', FilterCriteria: [Filters: [[Pattern: '{"body":"x"}']]]]                   | 'Invalid filter pattern'
        [EventSourceArn: 'arn:aws:kafka:us-east-1:000000000000:cluster/s', FunctionName: 'f']                                    | 'kafka'
        [EventSourceArn: ARN + 'in', FunctionName: 'f', DestinationConfig: [:]]                                                   | 'DestinationConfig'
    }
}
