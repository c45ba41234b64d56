package sst.local.kinesis

import java.time.Clock
import spock.lang.Requires
import sst.local.CloudSpec
import sst.local.sqs.MovedClock

/** Kinesis streams over HTTP, by stacks, with consumers in Node, and by the AWS CLI. */
class KinesisSpec extends CloudSpec {
    private final MovedClock moved = new MovedClock()

    @Override
    Clock clock() {
        moved
    }

    private Object kinesis(String operation, Map body) {
        call("Kinesis_20131202.$operation", body)
    }

    private static String data(Object value) {
        JSON.writeValueAsBytes(value).encodeBase64()
    }

    private Object put(Object value, String key = 'k') {
        kinesis('PutRecord', [StreamName: 's', PartitionKey: key, Data: data(value)])
    }

    private String iterator(String type, Map more = [:]) {
        kinesis('GetShardIterator', [StreamName: 's', ShardId: 'shardId-000000000000', ShardIteratorType: type] + more).ShardIterator
    }

    private Object get(String iterator, Map more = [:]) {
        kinesis('GetRecords', [ShardIterator: iterator] + more)
    }

    private static List values(Object answer) {
        answer.Records.collect { JSON.readValue(it.Data.decodeBase64(), Object) }
    }

    def 'records come back in order from any place, also after a restart'() {
        given:
        kinesis('CreateStream', [StreamName: 's', ShardCount: 1])
        def latest = iterator('LATEST')

        when:
        def sent = (1..3).collect { moved.forward(10); put([n: it]) }
        def first = get(iterator('TRIM_HORIZON'), [Limit: 2])
        restart()

        then:
        sent*.SequenceNumber == sent*.SequenceNumber.toSorted()
        sent[0].SequenceNumber.length() == 56
        values(first) == [[n: 1], [n: 2]]
        first.MillisBehindLatest == 0
        first.Records[0].PartitionKey == 'k'
        values(get(first.NextShardIterator)) == [[n: 3]]
        values(get(latest))*.n == [1, 2, 3]
        values(get(iterator('AT_SEQUENCE_NUMBER', [StartingSequenceNumber: sent[1].SequenceNumber])))*.n == [2, 3]
        values(get(iterator('AFTER_SEQUENCE_NUMBER', [StartingSequenceNumber: sent[1].SequenceNumber])))*.n == [3]
        values(get(iterator('AT_TIMESTAMP', [Timestamp: moved.instant().epochSecond - 10])))*.n == [2, 3]

        when:
        moved.forward(301)

        then:
        get(latest).__type.endsWith('ExpiredIteratorException')
    }

    def 'keys divide the records among the shards'() {
        given:
        kinesis('CreateStream', [StreamName: 's', StreamModeDetails: [StreamMode: 'ON_DEMAND']])

        when:
        def placed = kinesis('PutRecords', [StreamName: 's', Records: (1..100).collect { [PartitionKey: "k$it".toString(), Data: data(it)] }])
        def shards = kinesis('ListShards', [StreamName: 's']).Shards

        then:
        placed.FailedRecordCount == 0
        placed.Records*.ShardId.toUnique().size() == 4
        placed.Records[0].ShardId == put(0, 'k1').ShardId
        shards*.HashKeyRange*.StartingHashKey[0] == '0'
        shards*.HashKeyRange*.EndingHashKey[3] == '340282366920938463463374607431768211455'
        kinesis('PutRecord', [StreamName: 's', PartitionKey: 'k', ExplicitHashKey: shards[2].HashKeyRange.StartingHashKey, Data: 'eA==']).ShardId == shards[2].ShardId
        kinesis('DescribeStreamSummary', [StreamName: 's']).StreamDescriptionSummary.OpenShardCount == 4
    }

    def 'what is wrong is refused in the words of AWS: #text'() {
        given:
        kinesis('CreateStream', [StreamName: 's', ShardCount: 1])

        expect:
        kinesis(operation, input).message.contains(text)

        where:
        operation          | input                                                                                              | text
        'PutRecord'        | [StreamName: 'none', PartitionKey: 'k', Data: 'eA==']                                               | 'Stream none under account 000000000000 not found.'
        'PutRecord'        | [StreamName: 's', Data: 'eA==']                                                                     | "Value null at 'partitionKey'"
        'PutRecord'        | [StreamName: 's', PartitionKey: 'k', ExplicitHashKey: 'x', Data: 'eA==']                            | "Value 'x' at 'explicitHashKey' failed to satisfy constraint"
        'CreateStream'     | [StreamName: 's', ShardCount: 1]                                                                    | 'Stream s under account 000000000000 already exists.'
        'CreateStream'     | [StreamName: 't', ShardCount: 0]                                                                    | "at 'shardCount' failed to satisfy constraint"
        'GetShardIterator' | [StreamName: 's', ShardId: 'shardId-000000000009', ShardIteratorType: 'LATEST']                     | 'Shard shardId-000000000009 in stream s'
        'GetShardIterator' | [StreamName: 's', ShardId: 'shardId-000000000000', ShardIteratorType: 'AT_SEQUENCE_NUMBER', StartingSequenceNumber: '1'] | 'is invalid'
        'GetRecords'       | [ShardIterator: 'x']                                                                               | 'Invalid ShardIterator'
        'SplitShard'       | [StreamName: 's', ShardToSplit: 'shardId-000000000000', NewStartingHashKey: '1']                    | "is not both greater than one plus the shard's StartingHashKey 0"
        'SubscribeToShard' | [:]                                                                                                 | 'sst local does not support kinesis:SubscribeToShard'
    }

    private static Map stack(Map stream) {
        def source = '''exports.handler = async (event) => { for (const r of event.Records) await fetch(process.env.AWS_ENDPOINT_URL, {
            method: 'POST', headers: { 'X-Amz-Target': 'AmazonSQS.SendMessage', 'Content-Type': 'application/x-amz-json-1.0' },
            body: JSON.stringify({ QueueUrl: '/out', MessageBody: JSON.stringify(r) }) }) }'''
        [
            Stream: [Type: 'AWS::Kinesis::Stream', Properties: stream],
            Function: [Type: 'AWS::Lambda::Function', Properties: [Runtime: 'nodejs20.x', Handler: 'index.handler', Timeout: 25,
                Role: 'arn:aws:iam::000000000000:role/r', Code: [ZipFile: source]]],
            Mapping: [Type: 'AWS::Lambda::EventSourceMapping', Properties: [EventSourceArn: ['Fn::GetAtt': ['Stream', 'Arn']],
                FunctionName: [Ref: 'Function'], StartingPosition: 'TRIM_HORIZON', FilterCriteria: [Filters: [[Pattern: '{"data":{"kind":["order"]}}']]]]]
        ]
    }

    def 'a stack connects a stream with its consumer, whose filter reads the data as JSON'() {
        given:
        queue('out')

        when:
        def made = deploy('st', stack([ShardCount: 1, RetentionPeriodHours: 24]), [Name: [Ref: 'Stream'], Arn: ['Fn::GetAtt': ['Stream', 'Arn']]])
        [[kind: 'offer'], [kind: 'order', n: 1]].each { kinesis('PutRecord', [StreamARN: made.Arn, PartitionKey: 'k', Data: data(it)]) }
        def record = said(1)[0]

        then:
        made.Arn == arn('kinesis', 'stream/' + made.Name)
        JSON.readValue(record.kinesis.data.decodeBase64(), Map) == [kind: 'order', n: 1]
        record.eventSource == 'aws:kinesis'
        record.eventSourceARN == made.Arn
        record.eventID == 'shardId-000000000000:' + record.kinesis.sequenceNumber
        record.kinesis.partitionKey == 'k'

        when:
        def changed = deploy('st', stack([ShardCount: 1, RetentionPeriodHours: 48]))

        then:
        changed == [:]
        kinesis('DescribeStream', [StreamName: made.Name]).StreamDescription.RetentionPeriodHours == 48

        and:
        deploy('st', stack([ShardCount: 2, RetentionPeriodHours: 48])) == [:]
        kinesis('DescribeStreamSummary', [StreamName: made.Name]).StreamDescriptionSummary.OpenShardCount == 2
        deploy('st', stack([ShardCount: 9, RetentionPeriodHours: 48])).failed.contains('cannot scale up over double your current open shard count')
        undeploy('st') == ''
        kinesis('ListStreams', [:]).StreamNames == []
    }

    @Requires({ sst.local.CloudSpec.hasCli() })
    def 'the AWS CLI puts and gets records'() {
        expect:
        aws('kinesis', 'create-stream', '--stream-name', 's', '--shard-count', '1') == ''
        aws('kinesis', 'put-record', '--stream-name', 's', '--partition-key', 'k', '--data', 'aGVsbG8=').ShardId == 'shardId-000000000000'
        // Version 1 of the CLI encodes data that version 2 takes as encoded.
        aws('kinesis', 'get-records', '--shard-iterator', iterator('TRIM_HORIZON')).Records*.Data[0] in ['aGVsbG8=', 'YUdWc2JHOD0=']
        aws('kinesis', 'describe-stream', '--stream-name', 'none').contains('(ResourceNotFoundException)')
    }
}
