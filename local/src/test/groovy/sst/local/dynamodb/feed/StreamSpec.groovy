package sst.local.dynamodb.feed

import java.time.Clock
import software.amazon.awssdk.services.dynamodb.DynamoDbClient
import software.amazon.awssdk.services.dynamodb.model.AttributeValue
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient
import spock.lang.Requires
import sst.local.CloudSpec
import sst.local.sqs.MovedClock

/** Streams and expiry of tables, as the AWS SDK and the AWS CLI see them. */
class StreamSpec extends CloudSpec {
    private final MovedClock moved = new MovedClock()
    private DynamoDbClient db
    private DynamoDbStreamsClient streams

    @Override
    Clock clock() {
        moved
    }

    def setup() {
        connect()
    }

    def cleanup() {
        [db, streams]*.close()
    }

    private void connect() {
        db = sdk(DynamoDbClient.builder()) as DynamoDbClient
        streams = sdk(DynamoDbStreamsClient.builder()) as DynamoDbStreamsClient
    }

    private static Map<String, AttributeValue> item(Map<String, Object> plain) {
        plain.collectEntries { name, value ->
            [(name): value instanceof Number ? AttributeValue.fromN(value.toString()) : AttributeValue.fromS(value.toString())]
        }
    }

    private String table(String view = 'NEW_AND_OLD_IMAGES') {
        db.createTable {
            it.tableName('tab').billingMode('PAY_PER_REQUEST').keySchema({ k -> k.attributeName('id').keyType('HASH') })
                    .attributeDefinitions({ a -> a.attributeName('id').attributeType('S') })
            if (view) {
                it.streamSpecification { s -> s.streamEnabled(true).streamViewType(view) }
            }
        }.tableDescription().latestStreamArn()
    }

    private void put(Map<String, Object> plain) {
        db.putItem { it.tableName('tab').item(item(plain)) }
    }

    private String iterator(String stream, String type, String sequence = null) {
        def shard = streams.describeStream { it.streamArn(stream) }.streamDescription().shards()[0].shardId()
        streams.getShardIterator { it.streamArn(stream).shardId(shard).shardIteratorType(type).sequenceNumber(sequence) }.shardIterator()
    }

    private List records(String iterator) {
        streams.getRecords { it.shardIterator(iterator) }.records()
    }

    def 'every change is a record with what the view shows: #view'() {
        given:
        def stream = table(view)

        when:
        put(id: 'a', n: 1)
        put(id: 'a', n: 1)
        put(id: 'a', n: 2)
        db.deleteItem { it.tableName('tab').key(item(id: 'a')) }
        db.deleteItem { it.tableName('tab').key(item(id: 'never')) }
        def records = records(iterator(stream, 'TRIM_HORIZON'))

        then:
        records*.eventNameAsString() == ['INSERT', 'MODIFY', 'REMOVE']
        records*.dynamodb()*.keys() == [item(id: 'a')] * 3
        records.collect { it.dynamodb().newImage()?.get('n')?.n() } == created
        records.collect { it.dynamodb().oldImage()?.get('n')?.n() } == before
        records*.dynamodb()*.sequenceNumber() == records*.dynamodb()*.sequenceNumber().toSorted()
        records.every { it.eventSource() == 'aws:dynamodb' && it.dynamodb().streamViewTypeAsString() == view }

        where:
        view                 | created          | before
        'NEW_AND_OLD_IMAGES' | ['1', '2', null] | [null, '1', '2']
        'NEW_IMAGE'          | ['1', '2', null] | [null, null, null]
        'OLD_IMAGE'          | [null] * 3       | [null, '1', '2']
        'KEYS_ONLY'          | [null] * 3       | [null, null, null]
    }

    def 'iterators go on from where they are, also after a restart, for a quarter of an hour'() {
        given:
        def stream = table()
        put(id: 'a')
        def latest = iterator(stream, 'LATEST')
        put(id: 'b')
        put(id: 'c')
        def first = streams.getRecords { it.shardIterator(iterator(stream, 'TRIM_HORIZON')).limit(1) }

        when:
        restart()
        connect()
        def rest = streams.getRecords { it.shardIterator(first.nextShardIterator()) }
        def number = first.records()[0].dynamodb().sequenceNumber()

        then:
        first.records()*.dynamodb()*.keys()*.id*.s() == ['a']
        rest.records()*.dynamodb()*.keys()*.id*.s() == ['b', 'c']
        records(rest.nextShardIterator()) == []
        records(latest)*.dynamodb()*.keys()*.id*.s() == ['b', 'c']
        records(iterator(stream, 'AT_SEQUENCE_NUMBER', number)).size() == 3
        records(iterator(stream, 'AFTER_SEQUENCE_NUMBER', number)).size() == 2

        when:
        moved.forward(901)
        records(latest)

        then:
        thrown(ExpiredIteratorException)

        when: 'a day later the records are gone, but for the newest, which keeps the count'
        moved.forward(86_400)
        becomes { records(iterator(stream, 'TRIM_HORIZON')).size() == 1 }
        iterator(stream, 'AT_SEQUENCE_NUMBER', number)

        then:
        thrown(TrimmedDataAccessException)
    }

    def 'a stream comes and goes with its setting and its table'() {
        given:
        table(null)
        put(id: 'a')

        expect:
        streams.listStreams {}.streams() == []

        when:
        def stream = db.updateTable { it.tableName('tab').streamSpecification { s -> s.streamEnabled(true).streamViewType('KEYS_ONLY') } }
                .tableDescription().latestStreamArn()
        put(id: 'b')

        then:
        streams.listStreams { it.tableName('tab') }.streams()*.streamArn() == [stream]
        records(iterator(stream, 'TRIM_HORIZON'))*.dynamodb()*.keys()*.id*.s() == ['b']

        when:
        db.deleteTable { it.tableName('tab') }
        streams.describeStream { it.streamArn(stream) }

        then:
        thrown(ResourceNotFoundException)
    }

    def 'a transaction is in the stream as a whole'() {
        given:
        def stream = table()

        when:
        db.transactWriteItems {
            it.transactItems((1..3).collect { n -> software.amazon.awssdk.services.dynamodb.model.TransactWriteItem.builder().put { p -> p.tableName('tab').item(item(id: "i$n")) }.build() })
        }

        then:
        records(iterator(stream, 'TRIM_HORIZON'))*.dynamodb()*.keys()*.id*.s() == ['i1', 'i2', 'i3']
    }

    def 'items whose time to live is over are deleted by DynamoDB, and the stream says so'() {
        given:
        def stream = table()
        long now = moved.instant().epochSecond
        db.updateTimeToLive { it.tableName('tab').timeToLiveSpecification { s -> s.enabled(true).attributeName('until') } }
        put(id: 'soon', until: now + 60)
        put(id: 'later', until: now + 6000)
        put(id: 'text', until: 'soon')
        put(id: 'long ago', until: 1)
        put(id: 'never')

        when:
        moved.forward(120)
        def gone = becomes { db.scan { it.tableName('tab') }.items()*.id*.s().toSorted() == ['later', 'long ago', 'never', 'text'] }
        def last = records(iterator(stream, 'TRIM_HORIZON')).last()

        then:
        gone
        last.eventNameAsString() == 'REMOVE'
        last.dynamodb().keys().id.s() == 'soon'
        last.userIdentity().principalId() == 'dynamodb.amazonaws.com'
        last.userIdentity().type() == 'Service'
    }

    @Requires({ sst.local.CloudSpec.hasCli() })
    def 'the AWS CLI reads a stream'() {
        given:
        def stream = table()
        put(id: 'a')

        when:
        def shard = aws('dynamodbstreams', 'describe-stream', '--stream-arn', stream).StreamDescription.Shards[0].ShardId
        def iterator = aws('dynamodbstreams', 'get-shard-iterator', '--stream-arn', stream, '--shard-id', shard,
                '--shard-iterator-type', 'TRIM_HORIZON').ShardIterator

        then:
        aws('dynamodbstreams', 'get-records', '--shard-iterator', iterator).Records*.dynamodb*.Keys == [[id: [S: 'a']]]
    }
}
