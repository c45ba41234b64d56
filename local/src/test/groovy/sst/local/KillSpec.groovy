package sst.local

import java.time.Instant
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter
import sst.local.store.KillPoints

/** What a kill in the middle of a call leaves: all of it or nothing, at each point where the store could be cut. */
class KillSpec extends CloudSpec {
    private KillPoints points

    @Override
    void start() {
        points = new KillPoints(folder.resolve('state'), folder.resolve('cut'))
        cloud = LocalCloud.start(new CloudSettings(folder.resolve('state'), 0), clock()) { points.open() }
    }

    /** Looks at what each kill would have left: a cloud over a copy of the state; the last is that of the answered call. */
    private int cut(Closure act, Closure check) {
        points.watch()
        act.call()
        points.rest()
        cloud.close()
        points.copies.eachWithIndex { copy, at ->
            cloud = LocalCloud.start(new CloudSettings(copy, 0), clock())
            check.call(at == points.copies.size() - 1)
            cloud.close()
        }
        points.copies.size()
    }

    private Object json(String target, Map body) {
        call(target, body)
    }

    private String text(String path) {
        def answer = send('GET', path, '')
        answer.statusCode() == 200 ? answer.body() : ''
    }

    def 'an object that is overwritten is the old or the new one, and who is told of it is told of the new one'() {
        given:
        def told = queue('told')
        send('PUT', '/bucket', '')
        send('PUT', '/bucket/key', 'old')
        send('PUT', '/bucket?notification', "<NotificationConfiguration><QueueConfiguration><Event>s3:ObjectCreated:*</Event><Queue>$told</Queue></QueueConfiguration></NotificationConfiguration>")
        taken(1, 'told')

        expect:
        cut({ send('PUT', '/bucket/key', 'new') }) { isAnswered ->
            def now = text('/bucket/key')
            assert now in (isAnswered ? ['new'] : ['old', 'new'])
            assert left('told') == (now == 'new' ? 1 : 0)
        }
    }

    def 'an upload in parts is under way or an object, never both and never neither'() {
        given:
        send('PUT', '/bucket', '')
        def upload = (send('POST', '/bucket/key?uploads', '').body() =~ '<UploadId>(.*)</UploadId>')[0][1]
        def etag = send('PUT', "/bucket/key?partNumber=1&uploadId=$upload", 'part').headers().firstValue('ETag').get()

        expect:
        cut({ send('POST', "/bucket/key?uploadId=$upload", "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>$etag</ETag></Part></CompleteMultipartUpload>") }) { isAnswered ->
            def isUnderWay = text('/bucket?uploads').contains(upload)
            assert !(isAnswered && isUnderWay)
            assert text('/bucket/key') == (isUnderWay ? '' : 'part')
            assert text("/bucket/key?uploadId=$upload").contains('<PartNumber>1') == isUnderWay
        }
    }

    def 'a message that is sent again after a kill is in its FIFO queue once'() {
        given:
        queue('in.fifo', [FifoQueue: 'true'])
        def once = { sqs('SendMessage', [QueueUrl: '/in.fifo', MessageBody: 'x', MessageGroupId: 'g', MessageDeduplicationId: 'd']) }

        expect:
        cut(once) {
            once()
            assert left('in.fifo') == 1
        }
    }

    def 'a message that is published again after a kill is delivered once, under the number that it had'() {
        given:
        def out = queue('out.fifo', [FifoQueue: 'true'])
        query([Action: 'CreateTopic', Name: 't.fifo', 'Attributes.entry.1.key': 'FifoTopic', 'Attributes.entry.1.value': 'true'])
        query([Action: 'Subscribe', TopicArn: arn('sns', 't.fifo'), Protocol: 'sqs', Endpoint: out])
        def once = { query([Action: 'Publish', TopicArn: arn('sns', 't.fifo'), Message: 'x', MessageGroupId: 'g', MessageDeduplicationId: 'd']) }

        expect:
        cut(once) {
            def number = once().SequenceNumber
            def messages = taken(1, 'out.fifo')
            assert JSON.readValue(messages[0].Body, Map).SequenceNumber == number
            assert left('out.fifo') == 0
        }
    }

    def 'a message that was received too often is in one of its two queues'() {
        given:
        def grave = queue('grave')
        queue('in', [VisibilityTimeout: '0', RedrivePolicy: JSON.writeValueAsString([maxReceiveCount: 1, deadLetterTargetArn: grave])])
        sqs('SendMessage', [QueueUrl: '/in', MessageBody: 'x'])
        sqs('ReceiveMessage', [QueueUrl: '/in'])

        expect:
        cut({ sqs('ReceiveMessage', [QueueUrl: '/in']) }) {
            assert left('in') + left('grave') == 1
        }
    }

    def 'a message that is moved back is in one of its two queues'() {
        given:
        def grave = queue('grave')
        queue('in', [VisibilityTimeout: '0', RedrivePolicy: JSON.writeValueAsString([maxReceiveCount: 1, deadLetterTargetArn: grave])])
        sqs('SendMessage', [QueueUrl: '/in', MessageBody: 'x'])
        2.times { sqs('ReceiveMessage', [QueueUrl: '/in']) }

        expect:
        left('grave') == 1
        cut({ sqs('StartMessageMoveTask', [SourceArn: grave]) }) {
            assert left('in') + left('grave') == 1
        }
    }

    def 'a transaction that is sent again after a kill has happened once, and so say items, index and stream'() {
        given:
        json('DynamoDB_20120810.CreateTable', [TableName: 'tab', BillingMode: 'PAY_PER_REQUEST', StreamSpecification: [StreamEnabled: true, StreamViewType: 'NEW_IMAGE'],
            KeySchema: [[AttributeName: 'id', KeyType: 'HASH']], AttributeDefinitions: [[AttributeName: 'id', AttributeType: 'S'], [AttributeName: 'n', AttributeType: 'N']],
            GlobalSecondaryIndexes: [[IndexName: 'byN', KeySchema: [[AttributeName: 'n', KeyType: 'HASH']], Projection: [ProjectionType: 'ALL']]]])
        def update = { id -> [Update: [TableName: 'tab', Key: [id: [S: id]], UpdateExpression: 'ADD n :one', ExpressionAttributeValues: [':one': [N: '1']]]] }
        def once = { json('DynamoDB_20120810.TransactWriteItems', [ClientRequestToken: 'token', TransactItems: [update('a'), update('b')]]) }

        expect:
        cut(once) {
            once()
            assert ['a', 'b'].every { json('DynamoDB_20120810.GetItem', [TableName: 'tab', Key: [id: [S: it]]]).Item?.n?.N == '1' }
            assert json('DynamoDB_20120810.Query', [TableName: 'tab', IndexName: 'byN', KeyConditionExpression: 'n = :n', ExpressionAttributeValues: [':n': [N: '1']]]).Count == 2
            def stream = json('DynamoDBStreams_20120810.ListStreams', [:]).Streams[0].StreamArn
            def shard = json('DynamoDBStreams_20120810.DescribeStream', [StreamArn: stream]).StreamDescription.Shards[0].ShardId
            def iterator = json('DynamoDBStreams_20120810.GetShardIterator', [StreamArn: stream, ShardId: shard, ShardIteratorType: 'TRIM_HORIZON']).ShardIterator
            assert json('DynamoDBStreams_20120810.GetRecords', [ShardIterator: iterator]).Records.size() == 2
        }
    }

    def 'an event is at all targets of its rule or at none'() {
        given:
        def targets = ['one', 'two'].collect { [Id: it, Arn: queue(it)] }
        json('AWSEvents.PutRule', [Name: 'r', EventPattern: '{"source":["kill"]}'])
        json('AWSEvents.PutTargets', [Rule: 'r', Targets: targets])

        expect:
        cut({ json('AWSEvents.PutEvents', [Entries: [[Source: 'kill', DetailType: 't', Detail: '{}']]]) }) { isAnswered ->
            assert left('one') == left('two')
            assert left('one') in (isAnswered ? [1] : [0, 1])
        }
    }

    def 'records that are put together into a stream are all there or none'() {
        given:
        json('Kinesis_20131202.CreateStream', [StreamName: 's', ShardCount: 1])

        expect:
        cut({ json('Kinesis_20131202.PutRecords', [StreamName: 's', Records: (1..3).collect { [PartitionKey: "k$it".toString(), Data: 'YQ=='] }]) }) { isAnswered ->
            def iterator = json('Kinesis_20131202.GetShardIterator', [StreamName: 's', ShardId: 'shardId-000000000000', ShardIteratorType: 'TRIM_HORIZON']).ShardIterator
            assert json('Kinesis_20131202.GetRecords', [ShardIterator: iterator]).Records.size() in (isAnswered ? [3] : [0, 3])
        }
    }

    def 'a change set is still to be executed or its stack is complete in the end, which is told once'() {
        given:
        def body = JSON.writeValueAsString([Resources: [Q: [Type: 'AWS::SQS::Queue'], P: [Type: 'AWS::SSM::Parameter', Properties: [Type: 'String', Value: [Ref: 'Q']]]]])
        query([Action: 'CreateChangeSet', StackName: 'st', ChangeSetName: 'cs', ChangeSetType: 'CREATE', TemplateBody: body])
        def status = { query([Action: 'DescribeStacks', StackName: 'st']).Stacks[0].StackStatus }
        def execute = { query([Action: 'ExecuteChangeSet', StackName: 'st', ChangeSetName: 'cs']) }

        expect:
        cut({
            execute()
            becomes { status() == 'CREATE_COMPLETE' }
        }) {
            if (status() == 'REVIEW_IN_PROGRESS') {
                execute()
            }
            assert becomes { !status().endsWith('IN_PROGRESS') }
            def events = query([Action: 'DescribeStackEvents', StackName: 'st']).StackEvents.collect { "$it.LogicalResourceId $it.ResourceStatus ${it.ResourceStatusReason ?: ''}".trim() }
            assert events.findAll { it.startsWith('st ') } == ['st CREATE_COMPLETE', 'st CREATE_IN_PROGRESS User Initiated', 'st REVIEW_IN_PROGRESS User Initiated']: events
            assert sqs('ListQueues', [:]).QueueUrls.size() == 1
        }
    }

    def 'a schedule that runs once has run once'() {
        given:
        def out = queue('out')
        def at = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC).format(Instant.now().plusSeconds(2))
        def isThere = { send('GET', '/schedules/once', '').statusCode() == 200 }

        expect:
        cut({
            http('POST', '/schedules/once', [ScheduleExpression: "at($at)".toString(), FlexibleTimeWindow: [Mode: 'OFF'], ActionAfterCompletion: 'DELETE',
                Target: [Arn: out, RoleArn: "arn:aws:iam::$ACCOUNT:role/r".toString()]])
            becomes { left('out') == 1 }
        }) { isAnswered ->
            assert becomes { !isThere() }
            assert left('out') in (isAnswered ? [1] : [0, 1])
        }
    }

    def 'a function whose code is changed has its old code or its new one'() {
        given:
        function('f', 'export const handler = () => 1')
        def other = zip('index.mjs', 'export const handler = () => 2').encodeBase64().toString()

        expect:
        cut({ http('PUT', '/2015-03-31/functions/f/code', [ZipFile: other]) }) {
            def code = http('GET', '/2015-03-31/functions/f', [:]).Code.Location
            assert send('GET', URI.create(code).path, '').statusCode() == 200
        }
    }

    def 'an asynchronous call that was accepted runs after a kill, and tells its destination'() {
        given:
        def out = queue('out')
        function('f', 'export const handler = () => 1')
        http('PUT', '/2019-09-25/functions/f/event-invoke-config', [DestinationConfig: [OnSuccess: [Destination: out]]])

        expect:
        cut({
            send('POST', '/2015-03-31/functions/f/invocations', '{}', ['X-Amz-Invocation-Type': 'Event', Authorization: 'AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=0'])
            becomes { left('out') == 1 }
        }) {
            assert becomes { left('out') >= 1 }
        }
    }
}
