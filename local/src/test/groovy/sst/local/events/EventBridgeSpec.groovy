package sst.local.events

import java.time.Clock
import spock.lang.Requires
import sst.local.CloudSpec
import sst.local.sqs.MovedClock

/** Buses, rules and targets over HTTP, by stacks and by the AWS CLI. */
class EventBridgeSpec extends CloudSpec {
    private final MovedClock moved = new MovedClock()

    @Override
    Clock clock() {
        moved
    }

    private Object events(String operation, Map body) {
        call("AWSEvents.$operation", body)
    }

    private void rule(String name, Map pattern, List targets, String bus = 'default') {
        events('PutRule', [Name: name, EventBusName: bus, EventPattern: JSON.writeValueAsString(pattern)])
        def refused = events('PutTargets', [Rule: name, EventBusName: bus, Targets: targets])
        assert refused.FailedEntryCount == 0
    }

    private Object put(String detailType, Map detail, Map more = [:]) {
        events('PutEvents', [Entries: [[Source: 'shop', DetailType: detailType, Detail: JSON.writeValueAsString(detail)] + more]])
    }

    def 'an event reaches the targets of the rules that match it'() {
        given:
        queue('out')
        queue('orders')
        rule('to-function', [source: ['shop'], 'detail-type': ['order'], detail: [price: [[numeric: ['>', 10]]]]], [[Id: '1', Arn: teller('f')]])
        rule('to-queue', [source: [[prefix: 'sh']]], [[Id: '1', Arn: arn('sqs', 'orders')]])

        when:
        def cheap = put('order', [price: 3])
        def dear = put('order', [price: 30, who: [name: 'Ada']], [Resources: ['r1'], Time: '2026-01-01T10:00:00Z'])
        def event = said(1)[0]

        then:
        event == [version: '0', id: dear.Entries[0].EventId, 'detail-type': 'order', source: 'shop', account: ACCOUNT,
            time: '2026-01-01T10:00:00Z', region: 'us-east-1', resources: ['r1'], detail: [price: 30, who: [name: 'Ada']]]
        said(2, 'orders')*.id == [cheap, dear]*.Entries*.getAt(0)*.EventId
        left('out') == 0
    }

    def 'a target gets what its input says: #target'() {
        given:
        queue('q')
        rule('r', [source: ['shop']], [[Id: '1', Arn: arn('sqs', 'q')] + target])

        when:
        put('order', [id: 7, name: 'a "b"', list: [1, 2]])

        then:
        taken(1, 'q')*.Body == [body]

        where:
        target                                                                                                     | body
        [Input: '{"fixed":true}']                                                                                  | '{"fixed":true}'
        [InputPath: '$.detail']                                                                                    | '{"id":7,"name":"a \\"b\\"","list":[1,2]}'
        [InputPath: '$.detail.list[1]']                                                                            | '2'
        [InputTransformer: [InputPathsMap: [n: '$.detail.name', i: '$.detail.id'], InputTemplate: '{"n":<n>,"i":<i>,"t":"<i> of <n>"}']] | '{"n":"a \\"b\\"","i":7,"t":"7 of a \\"b\\""}'
        [InputTransformer: [InputTemplate: '"from <aws.events.rule-name>"']]                                       | '"from r"'
        [InputTransformer: [InputPathsMap: [l: '$.detail.list', x: '$.detail.none'], InputTemplate: '{"l":<l>,"x":<x>,"y":"<x>"}']] | '{"l":[1,2],"x":null,"y":""}'
    }

    def 'buses are apart, send on to one another once, and reach topics and log groups'() {
        given:
        queue('q')
        events('CreateEventBus', [Name: 'mine'])
        events('CreateEventBus', [Name: 'third'])
        query([Action: 'CreateTopic', Name: 'news'])
        query([Action: 'Subscribe', TopicArn: arn('sns', 'news'), Protocol: 'sqs', Endpoint: arn('sqs', 'q')])
        rule('on', [source: ['shop']], [[Id: '1', Arn: arn('events', 'event-bus/mine')]])
        rule('topic', [source: ['shop']], [[Id: '1', Arn: arn('sns', 'news')], [Id: '2', Arn: arn('logs', 'log-group:/events:*')],
            [Id: '3', Arn: arn('events', 'event-bus/third')]], 'mine')
        rule('never', [source: ['shop']], [[Id: '1', Arn: arn('sqs', 'q')]], 'third')

        when:
        put('a', [from: 'default'])
        put('b', [from: 'mine'], [EventBusName: 'mine'])
        put('c', [from: 'nowhere'], [EventBusName: 'nowhere'])
        def messages = said(3, 'q')

        then: 'the second event went to the third bus, the first did not'
        messages.collect { it.Message ? 'topic ' + JSON.readValue(it.Message, Map)['detail-type'] : 'third ' + it['detail-type'] }.sort() ==
                ['third b', 'topic a', 'topic b']
        call('Logs_20140328.FilterLogEvents', [logGroupName: '/events']).events.size() == 2
    }

    def 'what a target does not take goes to its dead-letter queue with the reason'() {
        given:
        queue('dead')
        rule('r', [source: ['shop']], [[Id: '1', Arn: arn('lambda', 'function:gone'), DeadLetterConfig: [Arn: arn('sqs', 'dead')]]])

        when:
        put('order', [id: 1])
        def message = taken(1, 'dead')[0]

        then:
        JSON.readValue(message.Body, Map).detail == [id: 1]
        message.MessageAttributes.RULE_ARN.StringValue == arn('events', 'rule/r')
        message.MessageAttributes.ERROR_CODE.StringValue == 'ResourceNotFoundException'
    }

    def 'a rule with a schedule runs by the clock, also after a restart, until it is disabled'() {
        given:
        queue('q')
        events('PutRule', [Name: 'r', ScheduleExpression: 'rate(5 minutes)'])
        events('PutTargets', [Rule: 'r', Targets: [[Id: '1', Arn: arn('sqs', 'q')]]])

        when:
        moved.forward(299)

        then:
        left('q') == 0

        when:
        moved.forward(2)
        def first = said(1, 'q')[0]

        then:
        first.'detail-type' == 'Scheduled Event'
        first.source == 'aws.events'
        first.resources == [arn('events', 'rule/r')]
        first.time == '2026-01-01T00:05:00Z'
        first.detail == [:]

        when:
        restart()
        moved.forward(300)

        then:
        said(1, 'q')[0].time == '2026-01-01T00:10:00Z'

        when:
        events('DisableRule', [Name: 'r'])
        moved.forward(600)
        events('PutRule', [Name: 'hourly', ScheduleExpression: 'cron(0 * * * ? *)'])
        events('PutTargets', [Rule: 'hourly', Targets: [[Id: '1', Arn: arn('sqs', 'q'), Input: '"tick"']]])
        moved.forward(3600)

        then:
        said(1, 'q') == ['tick']
        left('q') == 0
    }

    def 'what is wrong is refused in the words of AWS: #text'() {
        given:
        events('CreateEventBus', [Name: 'mine'])
        events('PutRule', [Name: 'r', EventPattern: '{"source":["a"]}'])
        events('PutTargets', [Rule: 'r', Targets: [[Id: '1', Arn: arn('sqs', 'q')]]])

        expect:
        events(operation, input).message.contains(text)

        where:
        operation        | input                                                                                    | text
        'PutRule'        | [Name: 'x']                                                                              | 'EventPattern or ScheduleExpression must be specified'
        'PutRule'        | [Name: 'x', EventPattern: '{"source":"a"}']                                              | 'Event pattern is not valid. Reason: '
        'PutRule'        | [Name: 'x', ScheduleExpression: 'rate(1 minutes)']                                       | 'Parameter ScheduleExpression is not valid.'
        'PutRule'        | [Name: 'x', ScheduleExpression: 'rate(1 minute)', EventBusName: 'mine']                  | 'supported only on the default event bus'
        'PutRule'        | [Name: 'x', EventPattern: '{"source":["a"]}', EventBusName: 'none']                      | 'Event bus none does not exist.'
        'DescribeRule'   | [Name: 'none']                                                                           | 'Rule none does not exist on EventBus default.'
        'DeleteRule'     | [Name: 'r']                                                                              | "Rule can't be deleted since it has targets."
        'PutTargets'     | [Rule: 'none', Targets: []]                                                              | 'Rule none does not exist on EventBus default.'
        'PutTargets'     | [Rule: 'r', Targets: [[Id: '1', Arn: 'arn:aws:states:us-east-1:000000000000:stateMachine:s']]] | 'is not supported by the local cloud'
        'PutTargets'     | [Rule: 'r', Targets: [[Id: '1', Arn: arn('sqs', 'q'), EcsParameters: [:]]]]              | 'the setting EcsParameters of a target is not supported'
        'PutTargets'     | [Rule: 'r', Targets: [[Id: '1', Arn: arn('sqs', 'q.fifo')]]]                             | 'SqsParameters must be specified'
        'PutTargets'     | [Rule: 'r', Targets: [[Id: '1', Arn: arn('sqs', 'q'), Input: '1', InputPath: '$.a']]]    | 'Only one of Input, InputPath, or InputTransformer'
        'PutTargets'     | [Rule: 'r', Targets: [[Id: '1', Arn: arn('sqs', 'q'), InputPath: 'detail']]]             | 'Invalid JsonPath detail.'
        'PutEvents'      | [Entries: []]                                                                            | "at 'entries' failed to satisfy constraint"
        'CreateEventBus' | [Name: 'mine']                                                                           | 'Event bus mine already exists.'
        'DeleteEventBus' | [Name: 'default']                                                                        | 'Cannot delete event bus default.'
    }

    def 'entries of one call fail one by one'() {
        when:
        def answer = events('PutEvents', [Entries: [[Source: 'a', DetailType: 'b', Detail: '{}'], [Source: 'a', DetailType: 'b', Detail: 'x'],
            [DetailType: 'b', Detail: '{}'], [Source: 'aws.s3', DetailType: 'b', Detail: '{}']]])

        then:
        answer.FailedEntryCount == 3
        answer.Entries*.ErrorCode == [null, 'MalformedDetail', 'InvalidArgument', 'NotAuthorizedForSourceException']
    }

    private static Map stack(String busName, Map rule) {
        [
            Bus: [Type: 'AWS::Events::EventBus', Properties: [Name: busName]],
            Queue: [Type: 'AWS::SQS::Queue', Properties: [QueueName: 'in']],
            Rule: [Type: 'AWS::Events::Rule', Properties: [
                EventBusName: [Ref: 'Bus'], EventPattern: [source: ['shop']], State: 'ENABLED',
                Targets: [[Id: 'Target0', Arn: ['Fn::GetAtt': ['Queue', 'Arn']], InputPath: '$.detail']]] + rule],
            Cron: [Type: 'AWS::Events::Rule', Properties: [
                ScheduleExpression: 'rate(1 minute)', State: 'ENABLED',
                Targets: [[Id: 'Target0', Arn: ['Fn::GetAtt': ['Queue', 'Arn']], Input: '"tick"']]]]
        ]
    }

    def 'a stack makes buses, rules and schedules, changes and replaces them, and removes them'() {
        given:
        def outputs = [Rule: [Ref: 'Rule'], Arn: ['Fn::GetAtt': ['Rule', 'Arn']], Bus: ['Fn::GetAtt': ['Bus', 'Arn']]]

        when:
        def made = deploy('s', stack('mine', [:]), outputs)
        put('order', [n: 1], [EventBusName: 'mine'])

        then:
        made.Bus == arn('events', 'event-bus/mine')
        made.Rule.startsWith('mine|s-Rule-')
        made.Arn == arn('events', 'rule/mine/' + made.Rule.substring(5))
        said(1, 'in') == [[n: 1]]

        when:
        moved.forward(61)

        then:
        said(1, 'in') == ['tick']

        when:
        def changed = deploy('s', stack('mine', [EventPattern: [source: ['other']]]), outputs)
        put('order', [n: 2], [EventBusName: 'mine'])
        put('order', [n: 3], [EventBusName: 'mine', Source: 'other'])

        then:
        changed == made
        said(1, 'in') == [[n: 3]]

        when: 'another bus replaces its rule as well'
        def replaced = deploy('s', stack('other', [:]), outputs)

        then:
        replaced.Arn.startsWith(arn('events', 'rule/other/'))
        events('ListEventBuses', [:]).EventBuses*.Name == ['default', 'other']

        when:
        def left = undeploy('s')

        then:
        left == ''
        events('ListEventBuses', [:]).EventBuses*.Name == ['default']
        events('ListRules', [:]).Rules == []
    }

    @Requires({ sst.local.CloudSpec.hasCli() })
    def 'the AWS CLI makes a rule and puts events'() {
        given:
        queue('q')

        expect:
        aws('events', 'put-rule', '--name', 'cli', '--event-pattern', '{"source":["cli"]}').RuleArn == arn('events', 'rule/cli')
        aws('events', 'put-targets', '--rule', 'cli', '--targets', "Id=1,Arn=${arn('sqs', 'q')}").FailedEntryCount == 0
        aws('events', 'put-events', '--entries', '[{"Source":"cli","DetailType":"t","Detail":"{}","Time":"2026-01-02T03:04:05Z"}]').FailedEntryCount == 0
        said(1, 'q')[0].time == '2026-01-02T03:04:05Z'
        aws('events', 'describe-rule', '--name', 'none').contains('(ResourceNotFoundException)')
        aws('events', 'list-targets-by-rule', '--rule', 'cli').Targets*.Id == ['1']
    }
}
