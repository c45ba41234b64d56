package sst.local

import com.fasterxml.jackson.databind.ObjectMapper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Path
import java.time.Clock
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import javax.xml.parsers.DocumentBuilderFactory
import org.w3c.dom.Element
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient
import software.amazon.awssdk.regions.Region
import spock.lang.Specification
import spock.lang.TempDir

/** A whole local cloud on a port of its own, with Node functions that tell what they get to the queue "out". */
abstract class CloudSpec extends Specification {
    static final ObjectMapper JSON = new ObjectMapper()
    static final String ACCOUNT = '000000000000'

    @TempDir
    Path folder

    LocalCloud cloud
    private final HttpClient web = HttpClient.newHttpClient()

    def setup() {
        start()
    }

    def cleanup() {
        cloud.close()
    }

    Clock clock() {
        Clock.systemUTC()
    }

    void start() {
        cloud = LocalCloud.start(new CloudSettings(folder, 0), clock())
    }

    void restart() {
        cloud.close()
        start()
    }

    static String arn(String service, String resource) {
        "arn:aws:$service:us-east-1:$ACCOUNT:$resource"
    }

    Object sdk(Object builder) {
        builder.endpointOverride(URI.create(cloud.endpoint()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create('local', 'local')))
                .httpClient(UrlConnectionHttpClient.create())
                .build()
    }

    HttpResponse<String> send(String method, String path, String body, Map<String, String> headers = [:]) {
        def request = HttpRequest.newBuilder(URI.create(cloud.endpoint() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
        headers.each { request.header(it.key, it.value) }
        web.send(request.build(), HttpResponse.BodyHandlers.ofString())
    }

    Object http(String method, String path, Object body, Map<String, String> headers = [:]) {
        def text = send(method, path, JSON.writeValueAsString(body), headers).body()
        text ? JSON.readValue(text, Object) : [:]
    }

    /** A call by X-Amz-Target, such as {@code AmazonSQS.SendMessage}. */
    Object call(String target, Map body) {
        http('POST', '/', body, ['X-Amz-Target': target, 'Content-Type': 'application/x-amz-json-1.1'])
    }

    /** A call of the query protocol; the members of its result, or of its {@code Error}. */
    Object query(Map<String, Object> fields) {
        def form = fields.collect { name, value -> name + '=' + URLEncoder.encode(value.toString(), 'UTF-8') }.join('&')
        def text = send('POST', '/', form, ['Content-Type': 'application/x-www-form-urlencoded']).body()
        def answer = tree(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(text.bytes)).documentElement)
        answer.Error ? [Error: answer.Error] : answer[fields.Action + 'Result'] ?: [:]
    }

    /** Elements as maps, lists of members and of entries as lists and maps, all else as text. */
    static Object tree(Element element) {
        def children = (0..<element.childNodes.length).collect { element.childNodes.item(it) }.findAll { it instanceof Element }
        if (!children) {
            return element.textContent
        }
        if (children.every { it.tagName == 'member' }) {
            return children.collect { tree(it) }
        }
        if (children.every { it.tagName == 'entry' }) {
            return children.collectEntries { [(tree(it).key): tree(it).value] }
        }
        children.collectEntries { [(it.tagName): tree(it)] }
    }

    Object sqs(String operation, Map body) {
        call("AmazonSQS.$operation", body)
    }

    String queue(String name, Map attributes = [:]) {
        sqs('CreateQueue', [QueueName: name, Attributes: attributes])
        arn('sqs', name)
    }

    /** A function whose handler is this source of an ES module. */
    String function(String name, String source, Map more = [:]) {
        http('POST', '/2015-03-31/functions', [FunctionName: name, Runtime: 'nodejs20.x', Handler: 'index.handler', Timeout: 25,
            Role: "arn:aws:iam::$ACCOUNT:role/r".toString(), Code: [ZipFile: zip('index.mjs', source).encodeBase64().toString()]] + more)
        arn('lambda', "function:$name")
    }

    static byte[] zip(String file, String source) {
        def bytes = new ByteArrayOutputStream()
        new ZipOutputStream(bytes).withCloseable {
            it.putNextEntry(new ZipEntry(file))
            it.write(source.bytes)
        }
        bytes.toByteArray()
    }

    /** A function that sends what {@code expression} makes of its event to the queue "out", and returns {@code answer}. */
    String teller(String name, String expression = 'event', String answer = 'undefined', Map more = [:]) {
        function(name, tellerSource(expression, answer), more)
    }

    static String tellerSource(String expression = 'event', String answer = 'undefined') {
        """
            const say = (it) => fetch(process.env.AWS_ENDPOINT_URL, { method: 'POST',
              headers: { 'X-Amz-Target': 'AmazonSQS.SendMessage', 'Content-Type': 'application/x-amz-json-1.0' },
              body: JSON.stringify({ QueueUrl: '/out', MessageBody: JSON.stringify(it) }) })
            export const handler = async (event, context) => {
              await say($expression)
              return $answer
            }"""
    }

    /** The bodies of the next messages of a queue, read as JSON, until there are so many. */
    List<Object> said(int count, String queue = 'out', int seconds = 120) {
        taken(count, queue, seconds).collect { JSON.readValue(it.Body, Object) }
    }

    /** The next messages of a queue, until there are so many. */
    List<Map> taken(int count, String queue, int seconds = 120) {
        def all = []
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)
        while (all.size() < count && System.nanoTime() < deadline) {
            def messages = sqs('ReceiveMessage', [QueueUrl: "/$queue".toString(), WaitTimeSeconds: 1, MaxNumberOfMessages: 10,
                MessageAttributeNames: ['All'], AttributeNames: ['All']]).Messages ?: []
            messages.each {
                all << it
                sqs('DeleteMessage', [QueueUrl: "/$queue".toString(), ReceiptHandle: it.ReceiptHandle])
            }
        }
        all
    }

    int left(String queue) {
        def counts = sqs('GetQueueAttributes', [QueueUrl: "/$queue".toString(), AttributeNames: ['All']]).Attributes
        counts.ApproximateNumberOfMessages.toInteger() + counts.ApproximateNumberOfMessagesNotVisible.toInteger()
    }

    /** Waits until something is so. */
    boolean becomes(int seconds = 120, Closure<Boolean> truth) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)
        while (System.nanoTime() < deadline) {
            if (truth()) {
                return true
            }
            LockSupport.parkNanos(20_000_000)
        }
        false
    }

    /** Creates or updates a stack of these resources; its outputs, or the reasons of its failure. */
    Map<String, String> deploy(String stack, Map resources, Map outputs = [:]) {
        def template = JSON.writeValueAsString([Resources: resources, Outputs: outputs.collectEntries { [it.key, [Value: it.value]] }])
        def answer = query([Action: describe(stack) ? 'UpdateStack' : 'CreateStack', StackName: stack, TemplateBody: template,
            'Capabilities.member.1': 'CAPABILITY_NAMED_IAM'])
        if (answer.Error) {
            return [refused: answer.Error.Message]
        }
        becomes(180) { !describe(stack).StackStatus.endsWith('_IN_PROGRESS') }
        if (!(describe(stack).StackStatus in ['CREATE_COMPLETE', 'UPDATE_COMPLETE'])) {
            return [failed: reasons(stack)]
        }
        (describe(stack).Outputs ?: []).collectEntries { [(it.OutputKey): it.OutputValue] }
    }

    /** Deletes a stack; empty, or the reasons of its failure. */
    String undeploy(String stack) {
        query([Action: 'DeleteStack', StackName: stack])
        becomes(180) { !describe(stack) || describe(stack).StackStatus == 'DELETE_FAILED' }
        describe(stack) ? reasons(stack) : ''
    }

    private Map describe(String stack) {
        def stacks = query([Action: 'DescribeStacks', StackName: stack]).Stacks
        stacks ? stacks[0] as Map : [:]
    }

    private String reasons(String stack) {
        query([Action: 'DescribeStackEvents', StackName: stack]).StackEvents
                .findAll { it.ResourceStatus.endsWith('_FAILED') }
                .collect { "$it.LogicalResourceId: $it.ResourceStatusReason" }.join('\n')
    }

    /** The AWS CLI; what it prints, read as JSON where it is JSON. */
    Object aws(String... arguments) {
        def builder = new ProcessBuilder(['aws', *arguments]).redirectErrorStream(true)
        builder.environment().putAll([
            AWS_ENDPOINT_URL: cloud.endpoint(), AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local',
            AWS_DEFAULT_REGION: 'us-east-1', AWS_DEFAULT_OUTPUT: 'json',
            AWS_CONFIG_FILE: folder.resolve('none').toString(), AWS_SHARED_CREDENTIALS_FILE: folder.resolve('none').toString()
        ])
        def process = builder.start()
        def output = process.inputStream.text
        process.waitFor(60, TimeUnit.SECONDS)
        process.exitValue() == 0 && output.trim().startsWith('{') ? JSON.readValue(output, Object) : output
    }

    static boolean hasCli() {
        System.getenv('PATH').split(File.pathSeparator).any { new File(it, 'aws').canExecute() }
    }
}
