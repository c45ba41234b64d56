package sst.local.kinesis

import java.time.Clock
import sst.local.CloudSpec
import sst.local.sqs.MovedClock

/** Shards that are split and merged, as their readers see it. */
class ReshardSpec extends CloudSpec {
    private static final String HALF = (2G**127).toString()

    private final MovedClock moved = new MovedClock()

    @Override
    Clock clock() {
        moved
    }

    private Object kinesis(String operation, Map body) {
        call("Kinesis_20131202.$operation", [StreamName: 's'] + body)
    }

    private Object put(Object value, String hash) {
        kinesis('PutRecord', [PartitionKey: 'k', ExplicitHashKey: hash, Data: JSON.writeValueAsBytes(value).encodeBase64().toString()])
    }

    private List shards() {
        kinesis('ListShards', [:]).Shards
    }

    private List read(int shard, String type = 'TRIM_HORIZON') {
        def answer = call('Kinesis_20131202.GetRecords', [ShardIterator: kinesis('GetShardIterator', [ShardId: "shardId-$shard".toString(), ShardIteratorType: type]).ShardIterator])
        [answer.Records.collect { JSON.readValue(it.Data.decodeBase64(), Object) }, answer]
    }

    def 'a shard that is split is read to its end and leads to its children, also after a restart'() {
        given:
        kinesis('CreateStream', [ShardCount: 1])
        def before = put('before', '0')
        moved.forward(10)

        when:
        kinesis('SplitShard', [ShardToSplit: 'shardId-000000000000', NewStartingHashKey: HALF])
        def after = [put('low', '0'), put('high', HALF)]
        restart()
        def (values, whole) = read(0)
        def end = call('Kinesis_20131202.GetRecords', [ShardIterator: whole.NextShardIterator])

        then:
        shards()*.ParentShardId == [null, 'shardId-000000000000', 'shardId-000000000000']
        shards()[0].SequenceNumberRange.EndingSequenceNumber > before.SequenceNumber
        shards()[1].SequenceNumberRange.EndingSequenceNumber == null
        after*.ShardId == ['shardId-000000000001', 'shardId-000000000002']
        after.every { it.SequenceNumber > shards()[0].SequenceNumberRange.EndingSequenceNumber }
        values == ['before']
        end.Records == []
        end.NextShardIterator == null
        end.ChildShards*.ShardId == ['shardId-000000000001', 'shardId-000000000002']
        end.ChildShards[1].HashKeyRange.StartingHashKey == HALF
        read(1)[0] == ['low']
        read(2)[0] == ['high']
        kinesis('ListShards', [ShardFilter: [Type: 'AT_LATEST']]).Shards*.ShardId == ['shardId-000000000001', 'shardId-000000000002']
        kinesis('SplitShard', [ShardToSplit: 'shardId-0', NewStartingHashKey: '100']).message.contains('already been merged or split')

        when:
        kinesis('MergeShards', [ShardToMerge: 'shardId-1', AdjacentShardToMerge: 'shardId-2'])

        then:
        shards()[3].subMap('ShardId', 'ParentShardId', 'AdjacentParentShardId') ==
                [ShardId: 'shardId-000000000003', ParentShardId: 'shardId-000000000001', AdjacentParentShardId: 'shardId-000000000002']
        put('merged', HALF).ShardId == 'shardId-000000000003'
        kinesis('MergeShards', [ShardToMerge: 'shardId-1', AdjacentShardToMerge: 'shardId-3']).__type == 'InvalidArgumentException'
    }

    def 'from #from to #to shards all hash keys are shared evenly'() {
        given:
        kinesis('CreateStream', [ShardCount: from])

        when:
        def answer = kinesis('UpdateShardCount', [TargetShardCount: to, ScalingType: 'UNIFORM_SCALING'])
        def open = kinesis('ListShards', [ShardFilter: [Type: 'AT_LATEST']]).Shards.sort { it.HashKeyRange.StartingHashKey as BigInteger }
        def widths = open.collect { (it.HashKeyRange.EndingHashKey as BigInteger) - (it.HashKeyRange.StartingHashKey as BigInteger) }

        then:
        answer.CurrentShardCount == from
        answer.TargetShardCount == to
        open.size() == to
        widths.max() - widths.min() < to
        open.collate(2, 1, false).every { one, next -> (one.HashKeyRange.EndingHashKey as BigInteger) + 1 == next.HashKeyRange.StartingHashKey as BigInteger }
        shards().findAll { it.ParentShardId }.every { child -> shards().any { it.ShardId == child.ParentShardId && it.SequenceNumberRange.EndingSequenceNumber } }

        where:
        from | to
        1    | 2
        2    | 3
        4    | 2
        3    | 5
        5    | 3
    }

    def 'more than double and less than half as many shards are refused'() {
        given:
        kinesis('CreateStream', [ShardCount: 4])

        expect:
        kinesis('UpdateShardCount', [TargetShardCount: to, ScalingType: 'UNIFORM_SCALING']).message == text

        where:
        to || text
        9  || 'UpdateShardCount cannot scale up over double your current open shard count. Current open shard count: 4 Target shard count: 9'
        1  || 'UpdateShardCount cannot scale down below half your current open shard count. Current open shard count: 4 Target shard count: 1'
    }

    def 'a function gets what was put before a split before what was put after it, by a registered consumer too'() {
        given:
        queue('out')
        def source = '''exports.handler = async (event) => { for (const r of event.Records) await fetch(process.env.AWS_ENDPOINT_URL, {
            method: 'POST', headers: { 'X-Amz-Target': 'AmazonSQS.SendMessage', 'Content-Type': 'application/x-amz-json-1.0' },
            body: JSON.stringify({ QueueUrl: '/out', MessageBody: JSON.stringify(
              { shard: r.eventID.split(':')[0], value: JSON.parse(Buffer.from(r.kinesis.data, 'base64')), source: r.eventSourceARN }) }) }) }'''
        def made = deploy('st', [
            Stream: [Type: 'AWS::Kinesis::Stream', Properties: [Name: 's', ShardCount: 1]],
            Consumer: [Type: 'AWS::Kinesis::StreamConsumer', Properties: [ConsumerName: 'c', StreamARN: ['Fn::GetAtt': ['Stream', 'Arn']]]],
            Function: [Type: 'AWS::Lambda::Function', Properties: [Runtime: 'nodejs20.x', Handler: 'index.handler', Timeout: 60,
                Role: 'arn:aws:iam::000000000000:role/r', Code: [ZipFile: source]]],
            Mapping: [Type: 'AWS::Lambda::EventSourceMapping', Properties: [EventSourceArn: [Ref: 'Consumer'], BatchSize: 1,
                FunctionName: [Ref: 'Function'], StartingPosition: 'LATEST']]
        ], [Consumer: [Ref: 'Consumer']])

        when:
        (1..3).each { put(it, '0') }
        kinesis('SplitShard', [ShardToSplit: 'shardId-0', NewStartingHashKey: HALF])
        put(4, '0')
        put(5, HALF)
        def got = said(5)

        then:
        got[0..2]*.value == [1, 2, 3]
        got[3..4]*.value as Set == [4, 5] as Set
        got[3..4]*.shard as Set == ['shardId-000000000001', 'shardId-000000000002'] as Set
        got*.source as Set == [made.Consumer] as Set
        made.Consumer =~ 'stream/s/consumer/c:[0-9]+$'
        kinesis('DescribeStreamSummary', [:]).StreamDescriptionSummary.ConsumerCount == 1
        kinesis('DeleteStream', [:]).__type == 'ResourceInUseException'

        and:
        undeploy('st') == ''
    }
}
