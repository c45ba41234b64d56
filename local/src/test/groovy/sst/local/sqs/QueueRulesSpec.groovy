package sst.local.sqs

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.port.Host
import sst.local.store.DurableStore
import sst.local.wire.AwsException
import sst.local.wire.CallContext

/** The rules of queues over time, with a clock that the test moves. */
class QueueRulesSpec extends Specification {
    @TempDir
    Path folder

    private final MovedClock clock = new MovedClock()
    private DurableStore store
    private Sqs sqs
    private Map operations

    def setup() {
        start()
    }

    def cleanup() {
        sqs.close()
        store.close()
    }

    private void start() {
        store = DurableStore.open(folder)
        sqs = new Sqs(new Host(store, clock, 'http://127.0.0.1:1'))
        operations = sqs.endpoints()[0].operations()
    }

    private void restart() {
        sqs.close()
        store.close()
        start()
    }

    private Object call(String name, Map input) {
        def json = new ObjectMapper()
        def answer = operations[name].invoke(json.valueToTree(input), new CallContext('us-east-1', '000000000000', 'r', 'http://127.0.0.1:1'))
        json.convertValue(answer, Object)
    }

    private void queue(String name, Map attributes = [:]) {
        call('CreateQueue', [QueueName: name, Attributes: attributes])
    }

    private Object send(String queue, String body, Map more = [:]) {
        call('SendMessage', [QueueUrl: "http://127.0.0.1:1/000000000000/$queue".toString(), MessageBody: body] + more)
    }

    private List receive(String queue, int most = 10, Map more = [:]) {
        call('ReceiveMessage', [QueueUrl: "/$queue".toString(), MaxNumberOfMessages: most, AttributeNames: ['All']] + more).Messages ?: []
    }

    private void delete(String queue, Object message) {
        call('DeleteMessage', [QueueUrl: "/$queue".toString(), ReceiptHandle: message.ReceiptHandle])
    }

    private Object attributes(String queue) {
        call('GetQueueAttributes', [QueueUrl: "/$queue".toString(), AttributeNames: ['All']]).Attributes
    }

    def 'a received message is hidden until its visibility timeout is over'() {
        given:
        queue('q', [VisibilityTimeout: '30'])
        send('q', 'a')

        when:
        def first = receive('q')

        then:
        first*.Body == ['a']
        receive('q') == []
        attributes('q').ApproximateNumberOfMessagesNotVisible == '1'

        when:
        clock.forward(29)

        then:
        receive('q') == []

        when:
        clock.forward(1)
        def second = receive('q')

        then:
        second[0].MessageId == first[0].MessageId
        second[0].ReceiptHandle != first[0].ReceiptHandle
        second[0].Attributes.ApproximateReceiveCount == '2'

        when: 'the first receiver comes late'
        delete('q', first[0])

        then:
        attributes('q').ApproximateNumberOfMessagesNotVisible == '1'

        when:
        delete('q', second[0])

        then:
        attributes('q').ApproximateNumberOfMessagesNotVisible == '0'
        attributes('q').ApproximateNumberOfMessages == '0'
    }

    def 'visibility can be changed while the message is in flight, and only then'() {
        given:
        queue('q')
        send('q', 'a')
        def handle = receive('q')[0].ReceiptHandle

        when:
        call('ChangeMessageVisibility', [QueueUrl: '/q', ReceiptHandle: handle, VisibilityTimeout: 0])

        then:
        receive('q', 10, [VisibilityTimeout: 0])*.Body == ['a']

        when:
        call('ChangeMessageVisibility', [QueueUrl: '/q', ReceiptHandle: handle, VisibilityTimeout: 5])

        then:
        def error = thrown(AwsException)
        error.code() == 'MessageNotInflight'
    }

    def 'a delayed message comes when its delay is over'() {
        given:
        queue('q', [DelaySeconds: '60'])
        send('q', 'later')
        send('q', 'now', [DelaySeconds: 0])

        expect:
        receive('q')*.Body == ['now']
        attributes('q').ApproximateNumberOfMessagesDelayed == '1'

        when:
        clock.forward(60)

        then:
        receive('q')*.Body == ['later', 'now']
    }

    def 'a message is dropped when its retention is over'() {
        given:
        queue('q', [MessageRetentionPeriod: '60'])
        send('q', 'old')
        clock.forward(40)
        send('q', 'new')

        when:
        clock.forward(25)

        then:
        receive('q')*.Body == ['new']
    }

    def 'a message that was received too often goes to the dead-letter queue with its sent time'() {
        given:
        queue('dead')
        queue('q', [VisibilityTimeout: '1', RedrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dead","maxReceiveCount":"2"}'])
        def sent = send('q', 'bad')
        def times = []

        when:
        3.times {
            times << receive('q')*.Attributes*.SentTimestamp
            clock.forward(1)
        }
        def dead = receive('dead')

        then:
        times[2] == []
        dead*.MessageId == [sent.MessageId]
        dead[0].Attributes.SentTimestamp == times[0][0]
        dead[0].Attributes.DeadLetterQueueSourceArn == 'arn:aws:sqs:us-east-1:000000000000:q'
        attributes('q').ApproximateNumberOfMessages == '0'
        call('ListDeadLetterSourceQueues', [QueueUrl: '/dead']).queueUrls == ['http://127.0.0.1:1/000000000000/q']
    }

    def 'messages of a dead-letter queue go back to the queues that they come from, or to another one'() {
        given:
        queue('dead')
        def policy = '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dead","maxReceiveCount":"1"}'
        ['a', 'b'].each {
            queue(it, [VisibilityTimeout: '1', RedrivePolicy: policy])
            send(it, "of $it", [MessageAttributes: [n: [DataType: 'Number', StringValue: '1']]])
        }
        queue('other')
        def bury = {
            2.times {
                ['a', 'b'].each { receive(it) }
                clock.forward(1)
            }
        }
        def arn = { 'arn:aws:sqs:us-east-1:000000000000:' + it }

        when:
        bury()
        call('StartMessageMoveTask', [SourceArn: arn('dead')])
        def back = ['a', 'b'].collectMany { receive(it) }

        then:
        back*.Body == ['of a', 'of b']
        back*.Attributes*.ApproximateReceiveCount == ['1', '1']
        back.every { it.MessageAttributes || !it.Attributes.DeadLetterQueueSourceArn }
        attributes('dead').ApproximateNumberOfMessages == '0'

        when:
        clock.forward(1)
        bury()
        call('StartMessageMoveTask', [SourceArn: arn('dead'), DestinationArn: arn('other')])

        then:
        receive('other')*.Body as Set == ['of a', 'of b'] as Set
        call('ListMessageMoveTasks', [SourceArn: arn('dead'), MaxResults: 5]).Results.collect {
            [it.Status, it.DestinationArn, it.ApproximateNumberOfMessagesMoved, it.ApproximateNumberOfMessagesToMove]
        } == [['COMPLETED', arn('other'), 2, 2], ['COMPLETED', null, 2, 2]]

        when:
        send('dead', 'put there by hand')
        call('StartMessageMoveTask', [SourceArn: arn('dead')])

        then:
        call('ListMessageMoveTasks', [SourceArn: arn('dead')]).Results*.FailureReason == ['CouldNotDetermineMessageSource']
        receive('dead')*.Body == ['put there by hand']

        when:
        call('StartMessageMoveTask', [SourceArn: arn('other')])

        then:
        def refused = thrown(AwsException)
        refused.text() == 'Source queue must be configured as a Dead Letter Queue.'
    }

    def 'a state that a kill left without its content is no message, and neither is content without its state'() {
        given:
        queue('q')
        send('q', 'whole')
        send('q', 'half')
        def uid = store.json('sqs/queues').get('us-east-1/q').path('uid').asText()
        def contents = store.json("sqs/content/$uid")
        contents.remove(contents.lastKey())

        when:
        restart()

        then:
        receive('q')*.Body == ['whole']
        attributes('q').ApproximateNumberOfMessages == '0'
    }

    def 'a redrive policy must name a queue of the same type that exists: #policy'() {
        when:
        queue('q', [RedrivePolicy: policy])

        then:
        def error = thrown(AwsException)
        error.text().contains(reason)

        where:
        policy                                                                                          | reason
        '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:none","maxReceiveCount":1}'         | 'Dead letter target does not exist'
        '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:q.fifo","maxReceiveCount":1}'       | 'same type'
        '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:none","maxReceiveCount":0}'         | 'valid values are from 1 to 1000'
        '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:none"}'                             | 'mandatory attribute: maxReceiveCount'
    }

    private void fifo(Map more = [:]) {
        queue('f.fifo', [FifoQueue: 'true', ContentBasedDeduplication: 'true'] + more)
    }

    def 'a FIFO queue keeps the order of each group and has one receiver at a time for it'() {
        given:
        fifo([VisibilityTimeout: '30'])
        ['a1', 'b1', 'a2', 'b2', 'a3'].each { send('f.fifo', it, [MessageGroupId: it[0]]) }

        when:
        def first = receive('f.fifo', 2)
        def second = receive('f.fifo', 10)

        then: 'as many of one group as fit, and the next receiver gets other groups only'
        first*.Body == ['a1', 'a2']
        second*.Body == ['b1', 'b2']
        receive('f.fifo') == []

        when: 'one of two is deleted, the other still holds the group'
        delete('f.fifo', first[0])

        then:
        receive('f.fifo') == []

        when:
        clock.forward(30)

        then:
        receive('f.fifo')*.Body == ['b1', 'b2', 'a2', 'a3']
        attributes('f.fifo').ApproximateNumberOfMessagesNotVisible == '4'
    }

    def 'a FIFO receipt is over with its visibility timeout'() {
        given:
        fifo([VisibilityTimeout: '30'])
        send('f.fifo', 'a', [MessageGroupId: 'g'])
        def message = receive('f.fifo')[0]
        clock.forward(31)

        when:
        delete('f.fifo', message)

        then:
        def error = thrown(AwsException)
        error.text().endsWith('The receipt handle has expired.')
    }

    def 'a FIFO queue takes a content once in five minutes, also after a restart and after it was deleted'() {
        given:
        fifo()
        def first = send('f.fifo', 'same', [MessageGroupId: 'g'])
        delete('f.fifo', receive('f.fifo')[0])

        when:
        clock.forward(299)
        restart()
        def second = send('f.fifo', 'same', [MessageGroupId: 'g'])

        then:
        second.MessageId == first.MessageId
        second.SequenceNumber == first.SequenceNumber
        receive('f.fifo') == []

        when:
        clock.forward(1)
        def third = send('f.fifo', 'same', [MessageGroupId: 'g'])

        then:
        third.MessageId != first.MessageId
        third.SequenceNumber > first.SequenceNumber
        third.SequenceNumber.length() == 20
        receive('f.fifo')*.Body == ['same']
    }

    def 'with the scope of groups the same id may come once in each group'() {
        given:
        fifo([DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId'])

        when:
        ['g', 'h', 'g'].each { send('f.fifo', it, [MessageGroupId: it, MessageDeduplicationId: 'x']) }

        then:
        receive('f.fifo')*.Body == ['g', 'h']
    }

    def 'messages, what is in flight and settings survive a restart'() {
        given:
        queue('q', [VisibilityTimeout: '30'])
        send('q', 'one', [MessageAttributes: [n: [DataType: 'Number', StringValue: '1']]])
        send('q', 'two')
        def held = receive('q', 1)[0]

        when:
        restart()

        then:
        receive('q')*.Body == ['two']

        when:
        delete('q', held)
        clock.forward(30)

        then:
        receive('q')*.Body == ['two']
        attributes('q').VisibilityTimeout == '30'
    }

    def 'a queue is made again only with the same attributes'() {
        given:
        queue('q', [DelaySeconds: '1'])

        when:
        queue('q', [DelaySeconds: '1'])
        queue('q')

        then:
        noExceptionThrown()

        when:
        queue('q', [DelaySeconds: '2'])

        then:
        def error = thrown(AwsException)
        error.code() == 'QueueNameExists'
        error.members()[AwsException.QUERY_CODE] == 'QueueAlreadyExists'
    }

    def 'what SQS refuses is refused with its words: #reason'() {
        given:
        queue('q', [MaximumMessageSize: '1024'])
        queue('plain.fifo', [FifoQueue: 'true'])

        when:
        call(operation, input)

        then:
        def error = thrown(AwsException)
        error.code() == code
        error.text().contains(reason)

        where:
        operation            | input                                                                                    || code                                | reason
        'SendMessage'        | [QueueUrl: '/none', MessageBody: 'x']                                                    || 'QueueDoesNotExist'                 | 'The specified queue does not exist.'
        'SendMessage'        | [QueueUrl: '/q', MessageBody: 'x' * 1025]                                                || 'InvalidParameterValueException'    | 'Message must be shorter than 1024 bytes.'
        'SendMessage'        | [QueueUrl: '/q', MessageBody: 'x\u0001']                                                 || 'InvalidMessageContents'            | 'Invalid characters found'
        'SendMessage'        | [QueueUrl: '/q']                                                                         || 'MissingRequiredParameterException' | 'MessageBody'
        'SendMessage'        | [QueueUrl: '/q', MessageBody: 'x', DelaySeconds: 901]                                    || 'InvalidParameterValueException'    | 'DelaySeconds'
        'SendMessage'        | [QueueUrl: '/q', MessageBody: 'x', MessageAttributes: [a: [DataType: 'Odd']]]            || 'InvalidParameterValueException'    | 'Binary, Number, and String'
        'SendMessage'        | [QueueUrl: '/plain.fifo', MessageBody: 'x']                                              || 'MissingRequiredParameterException' | 'MessageGroupId'
        'SendMessage'        | [QueueUrl: '/plain.fifo', MessageBody: 'x', MessageGroupId: 'g']                         || 'InvalidParameterValueException'    | 'ContentBasedDeduplication'
        'ReceiveMessage'     | [QueueUrl: '/q', MaxNumberOfMessages: 11]                                                || 'InvalidParameterValueException'    | 'Must be between 1 and 10'
        'DeleteMessage'      | [QueueUrl: '/q', ReceiptHandle: 'nonsense']                                              || 'ReceiptHandleIsInvalid'            | 'nonsense'
        'SetQueueAttributes' | [QueueUrl: '/q', Attributes: [VisibilityTimeout: '43201']]                               || 'InvalidAttributeValue'             | 'VisibilityTimeout'
        'SetQueueAttributes' | [QueueUrl: '/q', Attributes: [Odd: '1']]                                                 || 'InvalidAttributeName'              | 'Unknown Attribute Odd.'
        'CreateQueue'        | [QueueName: 'bad name']                                                                  || 'InvalidParameterValueException'    | 'alphanumeric'
        'CreateQueue'        | [QueueName: 'x', Attributes: [FifoQueue: 'true']]                                        || 'InvalidParameterValueException'    | '.fifo suffix'
        'SendMessageBatch'   | [QueueUrl: '/q', Entries: []]                                                            || 'EmptyBatchRequest'                 | 'at least one'
        'SendMessageBatch'   | [QueueUrl: '/q', Entries: (1..11).collect { [Id: "$it".toString(), MessageBody: 'x'] }]  || 'TooManyEntriesInBatchRequest'      | 'You have sent 11.'
        'SendMessageBatch'   | [QueueUrl: '/q', Entries: [[Id: 'a', MessageBody: 'x'], [Id: 'a', MessageBody: 'x']]]    || 'BatchEntryIdsNotDistinct'          | 'Id a repeated.'
    }

    def 'an entry of a batch fails by itself'() {
        given:
        queue('q')

        when:
        def answer = call('SendMessageBatch', [QueueUrl: '/q', Entries: [[Id: 'good', MessageBody: 'x'], [Id: 'bad', MessageBody: '\u0000']]])

        then:
        answer.Successful*.Id == ['good']
        answer.Failed*.Id == ['bad']
        answer.Failed[0].Code == 'AWS.SimpleQueueService.InvalidMessageContents'
        receive('q')*.Body == ['x']
    }

    def 'a purge empties a queue, once a minute'() {
        given:
        queue('q')
        send('q', 'x')

        when:
        call('PurgeQueue', [QueueUrl: '/q'])

        then:
        receive('q') == []

        when:
        call('PurgeQueue', [QueueUrl: '/q'])

        then:
        thrown(AwsException)

        when:
        clock.forward(60)
        call('PurgeQueue', [QueueUrl: '/q'])

        then:
        noExceptionThrown()
    }

    def 'a queue that was deleted and made again has none of the old messages'() {
        given:
        queue('q')
        send('q', 'old')
        def old = receive('q')[0]
        call('DeleteQueue', [QueueUrl: '/q'])
        queue('q')

        expect:
        receive('q') == []

        when:
        delete('q', old)

        then:
        def error = thrown(AwsException)
        error.code() == 'ReceiptHandleIsInvalid'
    }
}
