package sst.local.lambda.source

import sst.local.CloudSpec

/** A function in a real Node process, fed by the stream of a table. */
class StreamFunctionSpec extends CloudSpec {
    private String stream

    def setup() {
        queue('out')
        stream = call('DynamoDB_20120810.CreateTable', [TableName: 'tab', BillingMode: 'PAY_PER_REQUEST',
            KeySchema: [[AttributeName: 'id', KeyType: 'HASH']], AttributeDefinitions: [[AttributeName: 'id', AttributeType: 'S']],
            StreamSpecification: [StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES']]).TableDescription.LatestStreamArn
    }

    private void put(String id, Map more = [:]) {
        call('DynamoDB_20120810.PutItem', [TableName: 'tab', Item: [id: [S: id]] + more])
    }

    private Object map(String function, Map more = [:]) {
        http('POST', '/2015-03-31/event-source-mappings', [EventSourceArn: stream, FunctionName: function, StartingPosition: 'TRIM_HORIZON'] + more)
    }

    private static final String IDS = 'event.Records.map(r => r.dynamodb.Keys.id.S).join(" ")'

    def 'a function gets the changes of a table in order'() {
        given:
        teller('f')

        when:
        def mapping = map('f', [BatchSize: 3])
        put('a', [n: [N: '1']])
        put('a', [n: [N: '2']])
        def records = []
        while (records.size() < 2) {
            records.addAll(said(1)[0].Records)
        }

        then:
        mapping.State == 'Enabled'
        mapping.StartingPosition == 'TRIM_HORIZON'
        records*.eventName == ['INSERT', 'MODIFY']
        records[1].dynamodb.OldImage == [id: [S: 'a'], n: [N: '1']]
        records[1].dynamodb.NewImage.n == [N: '2']
        records[1].eventSourceARN == stream
        records[1].awsRegion == 'us-east-1'
    }

    def 'LATEST begins with what comes after, a restart goes on where it was, a window gathers'() {
        given:
        put('before')
        teller('f', IDS)

        when:
        def mapping = map('f', [StartingPosition: 'LATEST', MaximumBatchingWindowInSeconds: 3, BatchSize: 3])
        call('DynamoDB_20120810.TransactWriteItems', [TransactItems: ['a', 'b', 'c', 'd'].collect { [Put: [TableName: 'tab', Item: [id: [S: it]]]] }])

        then:
        said(2) == ['a b c', 'd']

        when:
        restart()
        put('e')

        then:
        said(1) == ['e']

        when:
        http('PUT', '/2015-03-31/event-source-mappings/' + mapping.UUID, [Enabled: false])
        put('f')
        http('PUT', '/2015-03-31/event-source-mappings/' + mapping.UUID, [Enabled: true])

        then:
        said(1) == ['f']
    }

    def 'a filter skips what the function does not want'() {
        given:
        teller('f', IDS)
        map('f', [BatchSize: 1, FilterCriteria: [Filters: [[Pattern: '{"eventName":["INSERT"],"dynamodb":{"NewImage":{"kind":{"S":["order"]}}}}']]]])

        when:
        put('a', [kind: [S: 'order']])
        put('b', [kind: [S: 'offer']])
        put('a', [kind: [S: 'order'], n: [N: '1']])
        put('c', [kind: [S: 'order']])

        then:
        said(2) == ['a', 'c']
    }

    def 'a batch that fails is cut in halves until only the bad record is given up, and the news go to a queue'() {
        given:
        queue('failed')
        ['a', 'b', 'bad', 'c'].each { put(it) }
        teller('f', IDS, 'event.Records.some(r => r.dynamodb.Keys.id.S == "bad") ? (() => { throw new Error("no") })() : 1')

        when:
        map('f', [BisectBatchOnFunctionError: true, MaximumRetryAttempts: 2, DestinationConfig: [OnFailure: [Destination: arn('sqs', 'failed')]]])

        then:
        said(5) == ['a b bad c', 'a b', 'bad c', 'bad', 'c'] || said(1) == []

        when:
        def news = said(1, 'failed')[0]

        then:
        news.requestContext.condition == 'RetryAttemptsExhausted'
        news.DDBStreamBatchInfo.batchSize == 1
        news.DDBStreamBatchInfo.streamArn == stream
        news.DDBStreamBatchInfo.startSequenceNumber == news.DDBStreamBatchInfo.endSequenceNumber
    }

    def 'of a batch only the records from the reported one on come again'() {
        given:
        ['a', 'b', 'c'].each { put(it) }
        teller('f', IDS, '({ batchItemFailures: event.Records.length == 3 ? [{ itemIdentifier: event.Records[1].dynamodb.SequenceNumber }] : [] })')

        when:
        map('f', [FunctionResponseTypes: ['ReportBatchItemFailures']])

        then:
        said(2) == ['a b c', 'b c']
    }

    def 'a stack connects a table with its consumer'() {
        given:
        def role = arn('iam', 'role/r').replace('us-east-1', '')

        when:
        def made = deploy('s', [
            Table: [Type: 'AWS::DynamoDB::Table', Properties: [BillingMode: 'PAY_PER_REQUEST', KeySchema: [[AttributeName: 'id', KeyType: 'HASH']],
                AttributeDefinitions: [[AttributeName: 'id', AttributeType: 'S']], StreamSpecification: [StreamViewType: 'NEW_IMAGE'],
                TimeToLiveSpecification: [AttributeName: 'until', Enabled: true]]],
            Function: [Type: 'AWS::Lambda::Function', Properties: [Runtime: 'nodejs20.x', Handler: 'index.handler', Role: role, Timeout: 25,
                Code: [ZipFile: '''exports.handler = async (event) => { await fetch(process.env.AWS_ENDPOINT_URL, { method: 'POST',
                    headers: { 'X-Amz-Target': 'AmazonSQS.SendMessage', 'Content-Type': 'application/x-amz-json-1.0' },
                    body: JSON.stringify({ QueueUrl: '/out', MessageBody: JSON.stringify(event.Records[0].dynamodb.Keys) }) }) }''']]],
            Mapping: [Type: 'AWS::Lambda::EventSourceMapping', Properties: [EventSourceArn: ['Fn::GetAtt': ['Table', 'StreamArn']],
                FunctionName: [Ref: 'Function'], StartingPosition: 'LATEST', BatchSize: 100, MaximumRetryAttempts: 3]]
        ], [Name: [Ref: 'Table']])
        call('DynamoDB_20120810.PutItem', [TableName: made.Name, Item: [id: [S: 'x']]])

        then:
        said(1) == [[id: [S: 'x']]]
        undeploy('s') == ''
    }

    def 'what cannot be mapped is refused: #reason'() {
        given:
        teller('f')

        expect:
        map('f', more).message.contains(reason)

        where:
        more                                                        | reason
        [StartingPosition: null]                                    | "Value null at 'startingPosition'"
        [StartingPosition: 'FIRST']                                 | 'Member must satisfy enum value set: [LATEST, AT_TIMESTAMP, TRIM_HORIZON]'
        [StartingPosition: 'AT_TIMESTAMP']                          | 'Unsupported starting position'
        [EventSourceArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/tab/stream/2020'] | 'Stream not found'
        [TumblingWindowInSeconds: 5]                                | 'TumblingWindowInSeconds'
        [MaximumRecordAgeInSeconds: 5]                              | 'MaximumRecordAgeInSeconds'
        [DestinationConfig: [OnFailure: [Destination: 'arn:aws:s3:::b']]] | 'the destination arn:aws:s3:::b of an event source mapping is not supported'
    }
}
