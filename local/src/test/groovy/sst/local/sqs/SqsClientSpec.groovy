package sst.local.sqs

import java.nio.file.Path
import java.time.Clock
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider
import software.amazon.awssdk.core.SdkBytes
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient
import software.amazon.awssdk.regions.Region
import software.amazon.awssdk.services.sqs.SqsClient
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue
import software.amazon.awssdk.services.sqs.model.QueueAttributeName
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.CloudSettings
import sst.local.LocalCloud

/** Clients that we did not write: the AWS SDK for Java, which checks every digest itself, and the AWS CLI. */
class SqsClientSpec extends Specification {
    @TempDir
    Path folder

    private LocalCloud cloud
    private SqsClient sqs

    def setup() {
        start()
    }

    def cleanup() {
        sqs.close()
        cloud.close()
    }

    private void start() {
        cloud = LocalCloud.start(new CloudSettings(folder, 0), Clock.systemUTC())
        sqs = SqsClient.builder()
                .endpointOverride(URI.create(cloud.endpoint()))
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create('local', 'local')))
                .httpClient(UrlConnectionHttpClient.create())
                .build()
    }

    private String queue(String name, Map attributes = [:]) {
        sqs.createQueue { it.queueName(name).attributesWithStrings(attributes) }.queueUrl()
    }

    def 'a message goes through with its attributes, and both digests are right'() {
        given:
        def url = queue('q')
        def attributes = [
            text: MessageAttributeValue.builder().dataType('String').stringValue('ü').build(),
            bytes: MessageAttributeValue.builder().dataType('Binary').binaryValue(SdkBytes.fromByteArray([1, 2, 3] as byte[])).build()
        ]

        when:
        sqs.sendMessage { it.queueUrl(url).messageBody('hellö').messageAttributes(attributes) }
        def messages = sqs.receiveMessage { it.queueUrl(url).messageAttributeNames('All').messageSystemAttributeNamesWithStrings('All') }.messages()

        then:
        url == cloud.endpoint() + '/000000000000/q'
        messages*.body() == ['hellö']
        messages[0].messageAttributes() == attributes
        messages[0].attributesAsStrings().ApproximateReceiveCount == '1'

        when:
        sqs.deleteMessageBatch { it.queueUrl(url).entries({ e -> e.id('1').receiptHandle(messages[0].receiptHandle()) }) }

        then:
        sqs.getQueueAttributes { it.queueUrl(url).attributeNames(QueueAttributeName.ALL) }.attributesAsStrings().ApproximateNumberOfMessages == '0'
    }

    def 'a missing queue is the exception of the SDK'() {
        when:
        sqs.getQueueUrl { it.queueName('none') }

        then:
        def error = thrown(QueueDoesNotExistException)
        error.awsErrorDetails().errorCode() == 'AWS.SimpleQueueService.NonExistentQueue'
        error.awsErrorDetails().errorMessage() == 'The specified queue does not exist.'
    }

    def 'a receiver that waits gets the message as soon as it is sent'() {
        given:
        def url = queue('q')
        def waiting = CompletableFuture.supplyAsync { sqs.receiveMessage { it.queueUrl(url).waitTimeSeconds(20) }.messages() }

        when:
        sqs.sendMessage { it.queueUrl(url).messageBody('there') }

        then:
        waiting.get(120, TimeUnit.SECONDS)*.body() == ['there']
    }

    def 'a stop ends receivers that wait'() {
        given:
        def url = queue('q')
        def waiting = CompletableFuture.supplyAsync { sqs.receiveMessage { it.queueUrl(url).waitTimeSeconds(20) }.messages() }
                .exceptionally { [] }

        when:
        cloud.close()

        then:
        waiting.get(120, TimeUnit.SECONDS) == []

        cleanup:
        start()
    }

    def 'queues and messages are there after a restart, at the new port'() {
        given:
        def url = queue('q')
        sqs.sendMessage { it.queueUrl(url).messageBody('kept') }

        when:
        sqs.close()
        cloud.close()
        start()

        then:
        sqs.receiveMessage { it.queueUrl(sqs.getQueueUrl { q -> q.queueName('q') }.queueUrl()) }.messages()*.body() == ['kept']
    }

    def 'queues are listed page by page'() {
        given:
        ['a1', 'a2', 'a3', 'b1'].each { queue(it) }

        expect:
        sqs.listQueuesPaginator { it.queueNamePrefix('a').maxResults(2) }.queueUrls().collect { it.tokenize('/').last() } == ['a1', 'a2', 'a3']
    }

    @Requires({ System.getenv('PATH').split(File.pathSeparator).any { new File(it, 'aws').canExecute() } })
    def 'the AWS CLI sends and receives'() {
        given:
        def url = queue('cli.fifo', [FifoQueue: 'true', ContentBasedDeduplication: 'true'])

        expect:
        aws('sqs', 'send-message', '--queue-url', url, '--message-body', 'hi', '--message-group-id', 'g').contains('SequenceNumber')
        aws('sqs', 'receive-message', '--queue-url', url, '--attribute-names', 'All').contains('"Body": "hi"')
        aws('sqs', 'get-queue-url', '--queue-name', 'none').contains('AWS.SimpleQueueService.NonExistentQueue')
        aws('sqs', 'tag-queue', '--queue-url', url, '--tags', 'a=b') == ''
        aws('sqs', 'list-queue-tags', '--queue-url', url).contains('"a": "b"')
        aws('sqs', 'start-message-move-task', '--source-arn', 'arn:aws:sqs:eu-west-1:000000000000:cli.fifo').contains('must be configured as a Dead Letter Queue')
        aws('sqs', 'add-permission', '--queue-url', url, '--label', 'l', '--aws-account-ids', '123456789012', '--actions', 'SendMessage') == ''
        aws('sqs', 'cancel-message-move-task', '--task-handle', 'x').contains('Value for parameter TaskHandle is invalid.')
    }

    private String aws(String... arguments) {
        def builder = new ProcessBuilder(['aws', '--endpoint-url', cloud.endpoint(), *arguments]).redirectErrorStream(true)
        builder.environment().putAll([AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local',
            AWS_DEFAULT_REGION: 'eu-west-1', AWS_DEFAULT_OUTPUT: 'json', AWS_MAX_ATTEMPTS: '1',
            AWS_CONFIG_FILE: folder.resolve('none').toString(), AWS_SHARED_CREDENTIALS_FILE: folder.resolve('none').toString()])
        def process = builder.start()
        def output = process.inputStream.text
        process.waitFor(60, TimeUnit.SECONDS)
        output
    }

    def 'a queue with many messages gives each of them once'() {
        given:
        def url = queue('many')
        def access = sqsOf(cloud)
        20_000.times { access.send('arn:aws:sqs:eu-west-1:000000000000:many', message(it)) }

        when:
        def seen = new BitSet()
        int twice = 0
        for (def batch = take(access); batch; batch = take(access)) {
            batch.each {
                int number = it.content().get('Body').asInt()
                twice += seen.get(number) ? 1 : 0
                seen.set(number)
                access.delete('arn:aws:sqs:eu-west-1:000000000000:many', it.receiptHandle())
            }
        }

        then:
        url
        twice == 0
        seen.cardinality() == 20_000
    }

    private static Object take(Object access) {
        access.receive('arn:aws:sqs:eu-west-1:000000000000:many', 10, 0)
    }

    private static Object message(int number) {
        sst.local.wire.codec.Json.object().put('MessageBody', number.toString())
    }

    private static Object sqsOf(LocalCloud cloud) {
        cloud.services.find { it instanceof Sqs }
    }
}
