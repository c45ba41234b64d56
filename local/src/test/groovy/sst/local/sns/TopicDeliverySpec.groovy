package sst.local.sns

import com.sun.net.httpserver.HttpServer
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import sst.local.CloudSpec

/** Messages on their way to functions and web addresses, and topics made by stacks. */
class TopicDeliverySpec extends CloudSpec {
    private String topic(String name) {
        query([Action: 'CreateTopic', Name: name])
        arn('sns', name)
    }

    private void subscribe(String topic, String protocol, String endpoint) {
        query([Action: 'Subscribe', TopicArn: topic, Protocol: protocol, Endpoint: endpoint])
    }

    private void publish(String topic, String message, Map more = [:]) {
        query([Action: 'Publish', TopicArn: topic, Message: message] + more)
    }

    def 'a function gets the message as its event'() {
        given:
        queue('out')
        def topic = topic('news')
        subscribe(topic, 'lambda', teller('f'))

        when:
        publish(topic, 'hello', ['MessageAttributes.entry.1.Name': 'n', 'MessageAttributes.entry.1.Value.DataType': 'Number',
            'MessageAttributes.entry.1.Value.StringValue': '7'])
        def record = said(1)[0].Records[0]

        then:
        record.EventSource == 'aws:sns'
        record.EventSubscriptionArn.startsWith(topic + ':')
        record.Sns.Message == 'hello'
        record.Sns.Subject == null
        record.Sns.TopicArn == topic
        record.Sns.MessageAttributes == [n: [Type: 'Number', Value: '7']]
    }

    def 'a web address confirms first, and a message that it cannot take comes again'() {
        given:
        def requests = new LinkedBlockingQueue<Map>()
        def server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
        server.createContext('/') { exchange ->
            requests << [type: exchange.requestHeaders.getFirst('x-amz-sns-message-type'), body: JSON.readValue(exchange.requestBody.bytes, Map)]
            exchange.sendResponseHeaders(200, -1)
            exchange.close()
        }
        server.start()
        def topic = topic('news')

        when:
        subscribe(topic, 'http', "http://127.0.0.1:${server.address.port}/hook")
        def asked = requests.poll(120, TimeUnit.SECONDS)
        publish(topic, 'too early')
        new URI(asked.body.SubscribeURL).toURL().text
        publish(topic, 'in time')
        def got = requests.poll(120, TimeUnit.SECONDS)

        then:
        asked.type == 'SubscriptionConfirmation'
        asked.body.Timestamp ==~ /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/
        got.type == 'Notification'
        got.body.Message == 'in time'

        when:
        new URI(got.body.UnsubscribeURL).toURL().text
        publish(topic, 'too late')

        then:
        !query([Action: 'ListSubscriptions']).Subscriptions
        requests.isEmpty()

        cleanup:
        server.stop(0)
    }

    private static Map stack(Map topicProperties, Map subscriptionProperties) {
        [
            Topic: [Type: 'AWS::SNS::Topic', Properties: topicProperties],
            Queue: [Type: 'AWS::SQS::Queue', Properties: [QueueName: 'in']],
            Subscription: [Type: 'AWS::SNS::Subscription', Properties: [
                TopicArn: [Ref: 'Topic'], Protocol: 'sqs', Endpoint: ['Fn::GetAtt': ['Queue', 'Arn']]] + subscriptionProperties],
            Policy: [Type: 'AWS::SNS::TopicPolicy', Properties: [
                Topics: [[Ref: 'Topic']], PolicyDocument: [Statement: [[Effect: 'Allow', Action: 'sns:Publish', Resource: '*', Principal: '*']]]]]
        ]
    }

    private String attribute(String topic, String name) {
        query([Action: 'GetTopicAttributes', TopicArn: topic]).Attributes[name]
    }

    def 'a stack makes a topic with its subscription and policy, changes them in place, and removes them'() {
        when:
        def made = deploy('s', stack([DisplayName: 'One'], [RawMessageDelivery: true]), [Arn: [Ref: 'Topic'], Name: ['Fn::GetAtt': ['Topic', 'TopicName']]])
        publish(made.Arn, 'first')

        then:
        made.Arn == arn('sns', made.Name)
        taken(1, 'in')*.Body == ['first']
        attribute(made.Arn, 'Policy').contains('sns:Publish')

        when:
        def changed = deploy('s', stack([DisplayName: 'Two'], [FilterPolicy: [kind: ['a']]]), [Arn: [Ref: 'Topic']])
        publish(made.Arn, 'unwanted')
        publish(made.Arn, 'second', ['MessageAttributes.entry.1.Name': 'kind', 'MessageAttributes.entry.1.Value.DataType': 'String',
            'MessageAttributes.entry.1.Value.StringValue': 'a'])

        then:
        changed.Arn == made.Arn
        attribute(made.Arn, 'DisplayName') == 'Two'
        said(1, 'in')*.Message == ['second']

        when: 'a name of its own replaces it'
        def replaced = deploy('s', stack([TopicName: 'mine'], [:]), [Arn: [Ref: 'Topic']])

        then:
        replaced.Arn == arn('sns', 'mine')
        query([Action: 'ListTopics']).Topics*.TopicArn == [replaced.Arn]

        when:
        def left = undeploy('s')

        then:
        left == ''
        !query([Action: 'ListTopics']).Topics
        !query([Action: 'ListSubscriptions']).Subscriptions
    }

    def 'a stack cannot subscribe what is not supported'() {
        expect:
        deploy('s', [
            Topic: [Type: 'AWS::SNS::Topic', Properties: [Subscription: [[Protocol: 'sms', Endpoint: '+15551234567']]]]
        ]).failed.contains('the protocol sms is not supported by the local cloud')
    }
}
