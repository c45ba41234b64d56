package sst.local.sns

import software.amazon.awssdk.core.SdkBytes
import software.amazon.awssdk.services.sns.SnsClient
import software.amazon.awssdk.services.sns.model.InvalidParameterException
import software.amazon.awssdk.services.sns.model.MessageAttributeValue
import software.amazon.awssdk.services.sns.model.NotFoundException
import software.amazon.awssdk.services.sns.model.SnsException
import spock.lang.Requires
import sst.local.CloudSpec

/** SNS as clients that are not ours see it. */
class SnsClientSpec extends CloudSpec {
    private SnsClient sns

    def setup() {
        sns = sdk(SnsClient.builder()) as SnsClient
    }

    def cleanup() {
        sns.close()
    }

    private static MessageAttributeValue text(String value, String type = 'String') {
        MessageAttributeValue.builder().dataType(type).stringValue(value).build()
    }

    private String topic(String name = 'news', Map attributes = [:]) {
        sns.createTopic { it.name(name).attributes(attributes) }.topicArn()
    }

    private String subscribe(String topic, String endpoint, Map attributes = [:]) {
        sns.subscribe { it.topicArn(topic).protocol(endpoint.split(':')[2]).endpoint(endpoint).attributes(attributes) }.subscriptionArn()
    }

    def 'a topic has attributes and tags, and is made once'() {
        when:
        def made = sns.createTopic { it.name('news').attributes([DisplayName: 'News']).tags { t -> t.key('team').value('a') } }
        def again = sns.createTopic { it.name('news').attributes([DisplayName: 'News']) }
        sns.setTopicAttributes { it.topicArn(made.topicArn()).attributeName('DisplayName').attributeValue('Other') }
        sns.tagResource { it.resourceArn(made.topicArn()).tags { t -> t.key('more').value('b') } }
        sns.untagResource { it.resourceArn(made.topicArn()).tagKeys('team') }
        def attributes = sns.getTopicAttributes { it.topicArn(made.topicArn()) }.attributes()

        then:
        made.topicArn() == arn('sns', 'news')
        again.topicArn() == made.topicArn()
        attributes.DisplayName == 'Other'
        attributes.Owner == ACCOUNT
        attributes.SubscriptionsConfirmed == '0'
        sns.listTagsForResource { it.resourceArn(made.topicArn()) }.tags().collect { it.key() + it.value() } == ['moreb']
        sns.listTopics().topics()*.topicArn() == [made.topicArn()]

        when:
        sns.createTopic { it.name('news').attributes([DisplayName: 'Third']) }

        then:
        def other = thrown(InvalidParameterException)
        other.awsErrorDetails().errorMessage() == 'Invalid parameter: Attributes Reason: Topic already exists with different attributes'

        when:
        sns.deleteTopic { it.topicArn(made.topicArn()) }
        sns.getTopicAttributes { it.topicArn(made.topicArn()) }

        then:
        thrown(NotFoundException)
    }

    def 'more topics than a page holds are listed by pages'() {
        given:
        (1..130).each { topic("t$it") }

        expect:
        sns.listTopicsPaginator().topics().size() == 130
        sns.listTopics().topics().size() == 100
    }

    def 'a queue gets the envelope, or the message itself with its attributes'() {
        given:
        def topic = topic()
        subscribe(topic, queue('wrapped'))
        subscribe(topic, queue('raw'), [RawMessageDelivery: 'true'])

        when:
        def id = sns.publish {
            it.topicArn(topic).message('hello').subject('greeting').messageAttributes([
                kind: text('order'), data: MessageAttributeValue.builder().dataType('Binary').binaryValue(SdkBytes.fromUtf8String('xyz')).build()])
        }.messageId()
        def envelope = said(1, 'wrapped')[0]
        def raw = taken(1, 'raw')[0]

        then:
        envelope.Type == 'Notification'
        envelope.MessageId == id
        envelope.TopicArn == topic
        envelope.Subject == 'greeting'
        envelope.Message == 'hello'
        envelope.MessageAttributes == [kind: [Type: 'String', Value: 'order'], data: [Type: 'Binary', Value: 'eHl6']]
        envelope.Timestamp ==~ /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/
        raw.Body == 'hello'
        raw.MessageAttributes.kind.StringValue == 'order'
        raw.MessageAttributes.data.BinaryValue == 'eHl6'
    }

    def 'a filter by attributes takes #expected of the messages: #policy'() {
        given:
        def topic = topic()
        subscribe(topic, queue('q'), [FilterPolicy: policy, RawMessageDelivery: 'true'])

        when:
        sns.publish { it.topicArn(topic).message('order').messageAttributes([kind: text('order'), price: text('12.5', 'Number')]) }
        sns.publish { it.topicArn(topic).message('offer').messageAttributes([kind: text('offer'), price: text('3', 'Number')]) }
        sns.publish { it.topicArn(topic).message('list').messageAttributes([tags: text('["a","b"]', 'String.Array')]) }
        sns.publish { it.topicArn(topic).message('none') }

        then:
        taken(expected.size(), 'q')*.Body.sort() == expected
        left('q') == 0

        where:
        policy                                            | expected
        '{"kind":["order"]}'                              | ['order']
        '{"kind":[{"prefix":"o"}],"price":[{"numeric":["<",10]}]}' | ['offer']
        '{"kind":[{"anything-but":["order"]}]}'           | ['offer']
        '{"price":[12.5]}'                                | ['order']
        '{"tags":["b","c"]}'                              | ['list']
        '{"kind":[{"exists":false}]}'                     | ['list', 'none']
        '{"$or":[{"kind":["offer"]},{"tags":["a"]}]}'     | ['list', 'offer']
    }

    def 'a filter by the body reads it as JSON'() {
        given:
        def topic = topic()
        def subscription = subscribe(topic, queue('q'),
                [FilterPolicy: '{"shop":{"city":["Rome"]}}', FilterPolicyScope: 'MessageBody', RawMessageDelivery: 'true'])

        when:
        ['{"shop":{"city":"Rome"}}', '{"shop":{"city":"Oslo"}}', 'plain'].each { body -> sns.publish { it.topicArn(topic).message(body) } }

        then:
        taken(1, 'q')*.Body == ['{"shop":{"city":"Rome"}}']
        left('q') == 0

        when:
        sns.setSubscriptionAttributes { it.subscriptionArn(subscription).attributeName('FilterPolicy').attributeValue('{"shop":{"city":["Oslo"]}}') }
        restart()
        sns = sdk(SnsClient.builder()) as SnsClient
        sns.publish { it.topicArn(topic).message('{"shop":{"city":"Oslo"}}') }

        then:
        taken(1, 'q')*.Body == ['{"shop":{"city":"Oslo"}}']
        sns.getSubscriptionAttributes { it.subscriptionArn(subscription) }.attributes().FilterPolicyScope == 'MessageBody'
    }

    def 'a message can have a text for each protocol, and a batch many messages'() {
        given:
        def topic = topic()
        subscribe(topic, queue('q'), [RawMessageDelivery: 'true'])

        when:
        sns.publish { it.topicArn(topic).messageStructure('json').message('{"default":"d","sqs":"for queues"}') }
        def batch = sns.publishBatch {
            it.topicArn(topic).publishBatchRequestEntries({ e -> e.id('1').message('one') }, { e -> e.id('2').message('two') },
            { e -> e.id('3').message('three').messageDeduplicationId('x') })
        }

        then:
        taken(3, 'q')*.Body.sort() == ['for queues', 'one', 'two']
        batch.successful()*.id() == ['1', '2']
        batch.failed()*.id() == ['3']
        batch.failed()[0].code() == 'InvalidParameter'
    }

    def 'a FIFO topic keeps order and takes a message once'() {
        given:
        def topic = topic('news.fifo', [FifoTopic: 'true', ContentBasedDeduplication: 'true'])
        subscribe(topic, queue('q.fifo', [FifoQueue: 'true']), [RawMessageDelivery: 'true'])
        subscribe(topic, queue('plain'), [RawMessageDelivery: 'true'])

        when:
        def sent = (1..15).collect { n -> sns.publish { it.topicArn(topic).message("m$n").messageGroupId('g') } }
        def repeated = sns.publish { it.topicArn(topic).message('m1').messageGroupId('g') }

        then:
        repeated.messageId() == sent[0].messageId()
        sent*.sequenceNumber() == sent*.sequenceNumber().sort(false)
        sent[0].sequenceNumber().length() == 20
        taken(15, 'q.fifo')*.Body == (1..15).collect { "m$it".toString() }
        taken(15, 'plain').size() == 15
        left('plain') == 0
    }

    def 'what no subscriber takes goes to its dead-letter queue'() {
        given:
        def topic = topic()
        queue('dead')
        def redrive = JSON.writeValueAsString([deadLetterTargetArn: arn('sqs', 'dead')])
        subscribe(topic, arn('sqs', 'gone'), [RedrivePolicy: redrive, RawMessageDelivery: 'true'])
        subscribe(topic, arn('lambda', 'function:gone'), [RedrivePolicy: redrive])

        when:
        sns.publish { it.topicArn(topic).message('m') }

        then:
        taken(2, 'dead').size() == 2
    }

    def 'what is wrong is refused in the words of AWS: #text'() {
        given:
        topic()
        topic('f.fifo', [FifoTopic: 'true'])

        when:
        call(sns)

        then:
        def error = thrown(SnsException)
        error.awsErrorDetails().errorMessage().contains(text)

        where:
        text                                        | call
        'Topic does not exist'                      | { it.publish { p -> p.topicArn(arn('sns', 'none')).message('m') } }
        'Empty message'                             | { it.publish { p -> p.topicArn(arn('sns', 'news')).message('') } }
        'Message too long'                          | { it.publish { p -> p.topicArn(arn('sns', 'news')).message('x' * 262145) } }
        'No default entry in JSON message body'     | { it.publish { p -> p.topicArn(arn('sns', 'news')).message('{}').messageStructure('json') } }
        'MessageGroupId parameter is required'      | { it.publish { p -> p.topicArn(arn('sns', 'f.fifo')).message('m') } }
        'ContentBasedDeduplication enabled or'      | { it.publish { p -> p.topicArn(arn('sns', 'f.fifo')).message('m').messageGroupId('g') } }
        'invalid message attribute type'            | { it.publish { p -> p.topicArn(arn('sns', 'news')).message('m').messageAttributes([a: text('x', 'Word')]) } }
        'Topic Name'                                | { it.createTopic { t -> t.name('no dots.') } }
        'does not support this protocol string: fax' | { it.subscribe { s -> s.topicArn(arn('sns', 'news')).protocol('fax').endpoint('1') } }
        'the protocol email is not supported by the local cloud' | { it.subscribe { s -> s.topicArn(arn('sns', 'news')).protocol('email').endpoint('a@b') } }
        'FIFO SQS Queues can not be subscribed'     | { it.subscribe { s -> s.topicArn(arn('sns', 'news')).protocol('sqs').endpoint(arn('sqs', 'q.fifo')) } }
        'Invalid protocol type: lambda'             | { it.subscribe { s -> s.topicArn(arn('sns', 'f.fifo')).protocol('lambda').endpoint(arn('lambda', 'function:f')) } }
        'FilterPolicy: '                            | { it.subscribe { s -> s.topicArn(arn('sns', 'news')).protocol('sqs').endpoint(arn('sqs', 'q')).attributes([FilterPolicy: '{"a":"b"}']) } }
        'does not support nested filter policy'     | { it.subscribe { s -> s.topicArn(arn('sns', 'news')).protocol('sqs').endpoint(arn('sqs', 'q')).attributes([FilterPolicy: '{"a":{"b":["c"]}}']) } }
        'DeliveryPolicy is not supported'           | { it.subscribe { s -> s.topicArn(arn('sns', 'news')).protocol('sqs').endpoint(arn('sqs', 'q')).attributes([DeliveryPolicy: '{}']) } }
        'PhoneNumber is not supported'              | { it.publish { p -> p.phoneNumber('+15551234567').message('m') } }
    }

    @Requires({ sst.local.CloudSpec.hasCli() })
    def 'the AWS CLI makes a topic, subscribes and publishes'() {
        given:
        queue('q')

        when:
        def topic = aws('sns', 'create-topic', '--name', 'cli', '--attributes', 'DisplayName=Cli').TopicArn
        def subscription = aws('sns', 'subscribe', '--topic-arn', topic, '--protocol', 'sqs', '--notification-endpoint', arn('sqs', 'q')).SubscriptionArn
        def published = aws('sns', 'publish', '--topic-arn', topic, '--message', 'hello', '--message-attributes',
                '{"kind":{"DataType":"String","StringValue":"a"}}')

        then:
        said(1, 'q')[0].MessageId == published.MessageId
        aws('sns', 'list-subscriptions-by-topic', '--topic-arn', topic).Subscriptions*.SubscriptionArn == [subscription]
        aws('sns', 'unsubscribe', '--subscription-arn', subscription) == ''
        aws('sns', 'list-subscriptions').Subscriptions == []
        aws('sns', 'publish', '--topic-arn', arn('sns', 'none'), '--message', 'm').contains('(NotFound)')
    }
}
