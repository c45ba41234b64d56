package sst.local.scheduler

import java.time.Clock
import spock.lang.Requires
import sst.local.CloudSpec
import sst.local.sqs.MovedClock

/** Schedules by stacks and by the AWS CLI, on a clock that is moved; it begins at 2026-01-01T00:00:00Z, a Thursday. */
class SchedulerSpec extends CloudSpec {
    private final MovedClock moved = new MovedClock()

    @Override
    Clock clock() {
        moved
    }

    private static final Map ROLE = [RoleArn: 'arn:aws:iam::000000000000:role/r']

    private Object rest(String method, String path, Map body = [:]) {
        http(method, path, body, [Authorization: 'AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/scheduler/aws4_request, SignedHeaders=host, Signature=0'])
    }

    private Object schedule(String name, String expression, Map target, Map more = [:]) {
        rest('POST', "/schedules/$name", [ScheduleExpression: expression, FlexibleTimeWindow: [Mode: 'OFF'], Target: ROLE + target] + more)
    }

    private Object get(String name) {
        rest('GET', "/schedules/$name")
    }

    def 'a rate begins at once, goes on, and stops at its end'() {
        given:
        queue('q')
        schedule('often', 'rate(10 minutes)', [Arn: arn('sqs', 'q'), Input: '{"n":1}'], [EndDate: moved.instant().plusSeconds(1500).epochSecond])

        when:
        moved.forward(1)

        then:
        taken(1, 'q')*.Body == ['{"n":1}']

        when:
        moved.forward(600)

        then:
        taken(1, 'q').size() == 1

        when:
        moved.forward(600)

        then:
        taken(1, 'q').size() == 1

        when: 'the end is past'
        moved.forward(6000)
        schedule('sign', 'rate(1 day)', [Arn: arn('sqs', 'q'), Input: 'sign'])
        moved.forward(1)

        then:
        taken(1, 'q')*.Body == ['sign']
        left('q') == 0
    }

    def 'a start date is the first time of a rate'() {
        given:
        queue('q')
        schedule('later', 'rate(1 hour)', [Arn: arn('sqs', 'q'), Input: '"<aws.scheduler.scheduled-time> <aws.scheduler.schedule-arn>"'],
                [StartDate: moved.instant().plusSeconds(7200).epochSecond])

        when:
        moved.forward(7201)

        then:
        taken(1, 'q')*.Body == ["\"2026-01-01T02:00:00Z ${arn('scheduler', 'schedule/default/later')}\"".toString()]
    }

    def 'a cron goes by its time zone, and a function hears of it as on AWS'() {
        given:
        queue('out')
        teller('f')
        schedule('tokyo', 'cron(30 10 * * ? *)', [Arn: arn('lambda', 'function:f')], [ScheduleExpressionTimezone: 'Asia/Tokyo'])

        when: 'it is half past ten in Tokyo'
        moved.forward(5401)
        def event = said(1)[0]

        then:
        event == [version: '0', id: event.id, 'detail-type': 'Scheduled Event', source: 'aws.scheduler', account: ACCOUNT, time: '2026-01-01T01:30:00Z',
            region: 'us-east-1', resources: [arn('scheduler', 'schedule/default/tokyo')], detail: '{}']
    }

    def 'once is once, over a restart that it fell into, and then it goes if it says so'() {
        given:
        queue('q')
        schedule('stays', 'at(2026-01-01T01:00:00)', [Arn: arn('sqs', 'q'), Input: 'stays'])
        schedule('goes', 'at(2026-01-01T01:00:00)', [Arn: arn('sqs', 'q'), Input: 'goes'], [ActionAfterCompletion: 'DELETE'])

        when:
        cloud.close()
        moved.forward(7200)
        start()
        moved.forward(1)

        then:
        taken(2, 'q')*.Body.sort() == ['goes', 'stays']
        becomes { get('goes').message == 'Schedule goes does not exist.' }
        get('stays').ScheduleExpression == 'at(2026-01-01T01:00:00)'

        when:
        restart()
        moved.forward(10)
        schedule('sign', 'rate(1 day)', [Arn: arn('sqs', 'q'), Input: 'sign'])
        moved.forward(1)

        then:
        taken(1, 'q')*.Body == ['sign']
    }

    def 'buses and topics are targets too, and what is not taken is buried'() {
        given:
        queue('q')
        queue('dead')
        query([Action: 'CreateTopic', Name: 'news'])
        query([Action: 'Subscribe', TopicArn: arn('sns', 'news'), Protocol: 'sqs', Endpoint: arn('sqs', 'q')])
        call('AWSEvents.PutRule', [Name: 'r', EventPattern: '{"source":["mine"]}'])
        call('AWSEvents.PutTargets', [Rule: 'r', Targets: [[Id: '1', Arn: arn('sqs', 'q')]]])
        schedule('topic', 'rate(1 day)', [Arn: arn('sns', 'news'), Input: 'to the topic'])
        schedule('bus', 'rate(1 day)', [Arn: arn('events', 'event-bus/default'), Input: '{"a":1}', EventBridgeParameters: [Source: 'mine', DetailType: 'd']])
        schedule('gone', 'rate(1 day)', [Arn: arn('sqs', 'none'), Input: 'lost', DeadLetterConfig: [Arn: arn('sqs', 'dead')]])

        when:
        moved.forward(1)
        def bodies = said(2, 'q')
        def buried = taken(1, 'dead')[0]

        then:
        bodies*.Message.findAll() == ['to the topic']
        bodies*.detail.findAll() == [[a: 1]]
        buried.Body == 'lost'
        buried.MessageAttributes.SCHEDULE_ARN.StringValue == arn('scheduler', 'schedule/default/gone')
        buried.MessageAttributes.ERROR_CODE.StringValue
    }

    def 'stacks make schedules in groups, change and delete them'() {
        given:
        queue('q')
        def stack = { String state -> deploy('s', [
            Group: [Type: 'AWS::Scheduler::ScheduleGroup', Properties: [Name: 'g']],
            S: [Type: 'AWS::Scheduler::Schedule', Properties: [GroupName: [Ref: 'Group'], ScheduleExpression: 'rate(1 hour)', State: state,
                FlexibleTimeWindow: [Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5], Target: ROLE + [Arn: arn('sqs', 'q'), Input: 'x']]]
        ], [Name: [Ref: 'S'], Arn: [('Fn::GetAtt'): ['S', 'Arn']]]) }

        when:
        def outputs = stack('ENABLED')
        moved.forward(1)

        then:
        outputs.Arn == arn('scheduler', "schedule/g/$outputs.Name")
        taken(1, 'q').size() == 1
        rest('GET', "/schedules/$outputs.Name?groupName=g").FlexibleTimeWindow == [Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5]

        when:
        stack('DISABLED')
        moved.forward(3600)

        then:
        rest('GET', '/schedules?ScheduleGroup=g').Schedules*.State == ['DISABLED']
        undeploy('s') == ''
        rest('GET', '/schedule-groups').ScheduleGroups*.Name == ['default']
        left('q') == 0
    }

    def 'what is not supported or wrong is refused by name: #named'() {
        expect:
        schedule('s', expression, target, more).message.contains(named)

        where:
        expression      | target                                                            | more                                  || named
        'rate(1 hours)' | [Arn: arn('sqs', 'q')]                                            | [:]                                   || 'Invalid Schedule Expression rate(1 hours)'
        'rate(1 hour)'  | [Arn: 'arn:aws:scheduler:::aws-sdk:sqs:sendMessage']              | [:]                                   || 'the target arn:aws:scheduler:::aws-sdk:sqs:sendMessage is not supported'
        'rate(1 hour)'  | [Arn: arn('sqs', 'q'), EcsParameters: [TaskDefinitionArn: 'x']]   | [:]                                   || 'the setting EcsParameters of a target is not supported'
        'rate(1 hour)'  | [Arn: arn('events', 'event-bus/default')]                         | [:]                                   || 'EventBridgeParameters'
        'rate(1 hour)'  | [Arn: arn('sqs', 'q')]                                            | [ScheduleExpressionTimezone: 'Mars']  || 'ScheduleExpressionTimezone is not valid'
        'rate(1 hour)'  | [Arn: arn('sqs', 'q')]                                            | [GroupName: 'none']                   || 'Schedule group none does not exist'
    }

    @Requires({ CloudSpec.hasCli() })
    def 'the AWS CLI makes, shows, changes and deletes'() {
        given:
        queue('q')
        def target = JSON.writeValueAsString(ROLE + [Arn: arn('sqs', 'q'), Input: '{}'])

        expect:
        aws('scheduler', 'create-schedule-group', '--name', 'g', '--tags', 'Key=a,Value=b').ScheduleGroupArn == arn('scheduler', 'schedule-group/g')
        aws('scheduler', 'create-schedule', '--name', 's', '--group-name', 'g', '--schedule-expression', 'rate(1 day)', '--flexible-time-window', 'Mode=OFF',
                '--target', target, '--start-date', '2026-01-02T00:00:00Z').ScheduleArn == arn('scheduler', 'schedule/g/s')
        aws('scheduler', 'get-schedule', '--name', 's', '--group-name', 'g').with { [State, ScheduleExpressionTimezone, StartDate != null] } == ['ENABLED', 'UTC', true]
        aws('scheduler', 'create-schedule', '--name', 's', '--group-name', 'g', '--schedule-expression', 'rate(1 day)', '--flexible-time-window', 'Mode=OFF',
                '--target', target).contains('ConflictException')
        aws('scheduler', 'list-schedules', '--group-name', 'g').Schedules*.Target == [[Arn: arn('sqs', 'q')]]
        aws('scheduler', 'list-tags-for-resource', '--resource-arn', arn('scheduler', 'schedule-group/g')).Tags == [[Key: 'a', Value: 'b']]
        aws('scheduler', 'delete-schedule', '--name', 's', '--group-name', 'g') == ''
        aws('scheduler', 'get-schedule', '--name', 's', '--group-name', 'g').contains('ResourceNotFoundException')
        aws('scheduler', 'delete-schedule-group', '--name', 'g') == ''
    }
}
