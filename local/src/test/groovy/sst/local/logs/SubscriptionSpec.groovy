package sst.local.logs

import java.util.zip.GZIPInputStream
import sst.local.CloudSpec

/** Log events on their way to functions and streams. */
class SubscriptionSpec extends CloudSpec {
    private static final Map SIGNED = [Authorization: 'AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=0']

    private Object logs(String operation, Map body) {
        call("Logs_20140328.$operation", body)
    }

    private void put(String... messages) {
        def now = System.currentTimeMillis()
        logs('PutLogEvents', [logGroupName: '/app', logStreamName: 's', logEvents: messages.collect { [timestamp: now, message: it] }])
    }

    private static Map unzipped(String data) {
        JSON.readValue(new GZIPInputStream(new ByteArrayInputStream(data.decodeBase64())), Map)
    }

    def setup() {
        logs('CreateLogGroup', [logGroupName: '/app'])
        logs('CreateLogStream', [logGroupName: '/app', logStreamName: 's'])
    }

    def 'a function gets the events that match, compressed as CloudWatch Logs does it'() {
        given:
        queue('out')
        def function = teller('watcher')

        when:
        def answer = logs('PutSubscriptionFilter', [logGroupName: '/app', filterName: 'errors', filterPattern: 'ERROR', destinationArn: function])
        put('all is well', 'ERROR one', 'ERROR two')
        def event = said(1)[0]
        def message = unzipped(event.awslogs.data as String)

        then:
        answer == [:]
        event.keySet() == ['awslogs'] as Set
        message.messageType == 'DATA_MESSAGE'
        message.owner == ACCOUNT
        message.logGroup == '/app'
        message.logStream == 's'
        message.subscriptionFilters == ['errors']
        message.logEvents*.message == ['ERROR one', 'ERROR two']
        message.logEvents.every { it.id.size() == 56 && it.timestamp > 0 }
        logs('DescribeSubscriptionFilters', [logGroupName: '/app']).subscriptionFilters.collect { [it.filterName, it.destinationArn, it.distribution] } == [['errors', function, 'ByLogStream']]

        when:
        logs('DeleteSubscriptionFilter', [logGroupName: '/app', filterName: 'errors'])

        then:
        logs('DescribeSubscriptionFilters', [logGroupName: '/app']).subscriptionFilters == []
        logs('DeleteSubscriptionFilter', [logGroupName: '/app', filterName: 'errors']).message == 'The specified subscription filter does not exist.'
    }

    def 'what a function logs goes to another function that a template names'() {
        given:
        queue('out')
        def watcher = teller('watcher')
        function('chatty', 'export const handler = async (event) => { process.stdout.write(JSON.stringify({ level: event.level, text: "from the function" }) + "\\n") }')

        when:
        def outputs = deploy('watching', [Group: [Type: 'AWS::Logs::LogGroup', Properties: [LogGroupName: '/aws/lambda/chatty']],
            Filter: [Type: 'AWS::Logs::SubscriptionFilter', Properties: [LogGroupName: [Ref: 'Group'], DestinationArn: watcher, FilterPattern: '{ $.level = "bad" }']]], [Name: [Ref: 'Filter']])
        ['good', 'bad'].each { http('POST', '/2015-03-31/functions/chatty/invocations', [level: it], SIGNED) }
        def message = unzipped(said(1)[0].awslogs.data as String)

        then:
        outputs.Name.startsWith('watching-Filter-')
        message.logGroup == '/aws/lambda/chatty'
        message.logEvents.size() == 1
        message.logEvents[0].message.contains('from the function')
        undeploy('watching') == ''
    }

    def 'a stream gets a check first, and then the events'() {
        given:
        call('Kinesis_20131202.CreateStream', [StreamName: 'taken', ShardCount: 1])
        logs('PutSubscriptionFilter', [logGroupName: '/app', filterName: 'all', filterPattern: '', destinationArn: arn('kinesis', 'stream/taken'), roleArn: "arn:aws:iam::$ACCOUNT:role/r".toString()])
        put('one', 'two')
        def iterator = call('Kinesis_20131202.GetShardIterator', [StreamName: 'taken', ShardId: 'shardId-000000000000', ShardIteratorType: 'TRIM_HORIZON']).ShardIterator

        when:
        List records = []
        becomes { records = this.call('Kinesis_20131202.GetRecords', [ShardIterator: iterator]).Records; records.size() > 1 }
        def messages = records.collect { unzipped(it.Data as String) }

        then:
        messages*.messageType == ['CONTROL_MESSAGE', 'DATA_MESSAGE']
        messages[1].logEvents*.message == ['one', 'two']
    }

    def 'a filter that cannot be is refused: #text'() {
        given:
        function('known', 'export const handler = async () => {}')
        logs('CreateLogGroup', [logGroupName: '/aws/lambda/known'])

        expect:
        logs('PutSubscriptionFilter', [logGroupName: '/app', filterName: 'f', filterPattern: '', destinationArn: arn('lambda', 'function:known')] + input).message.contains(text)

        where:
        input                                                                  || text
        [logGroupName: '/none']                                                || 'The specified log group does not exist.'
        [destinationArn: arn('lambda', 'function:none')]                       || 'Could not execute the lambda function.'
        [destinationArn: arn('kinesis', 'stream/none')]                        || 'Could not deliver test message to specified Kinesis stream.'
        [destinationArn: arn('firehose', 'deliverystream/x')]                  || 'sst local sends log events to Lambda functions and Kinesis streams only'
        [filterPattern: '{ $.a = }']                                           || 'Invalid filter pattern'
        [filterPattern: '[a, b]']                                              || 'not of columns'
        [logGroupName: '/aws/lambda/known']                                    || 'does not send the log of a function to the function itself'
        [filterName: '']                                                       || "Value null at 'filterName'"
    }

    def 'a group has two filters at most'() {
        given:
        function('known', 'export const handler = async () => {}')
        def put = { String name -> logs('PutSubscriptionFilter', [logGroupName: '/app', filterName: name, filterPattern: '', destinationArn: arn('lambda', 'function:known')]) }

        expect:
        put('a') == [:]
        put('b') == [:]
        put('a') == [:]
        put('c').message == 'Resource limit exceeded.'
    }

    def 'the pattern #pattern finds #found'() {
        given:
        put('{"level":"error","n":5,"in":{"list":["x","y"]},"ok":true,"none":null}', '{"level":"info","n":50,"ok":false}', 'level error plain')

        expect:
        logs('FilterLogEvents', [logGroupName: '/app', filterPattern: pattern]).events.collect { it.message.contains('info') ? 'info' : it.message.contains('plain') ? 'plain' : 'error' } == found

        where:
        pattern                                              || found
        '{ $.level = "error" }'                              || ['error']
        '{ $.level != "error" }'                             || ['info']
        '{ $.level = "*o*" }'                                || ['error', 'info']
        '{ $.level = info }'                                 || ['info']
        '{ $.n > 5 }'                                        || ['info']
        '{ $.n >= 5 && $.n < 50 }'                           || ['error']
        '{ $.n = 5 || $.level = "info" }'                    || ['error', 'info']
        '{ ($.n = 5 || $.n = 50) && $.ok IS TRUE }'          || ['error']
        '{ $.in.list[1] = "y" }'                             || ['error']
        '{ $.none IS NULL }'                                 || ['error']
        '{ $.in EXISTS }'                                    || ['error']
        '{ $.in NOT EXISTS }'                                || ['info']
        '{ $.level = %^inf% }'                               || ['info']
        'level -plain'                                       || ['error', 'info']
        '"level error"'                                      || ['plain']
    }
}
