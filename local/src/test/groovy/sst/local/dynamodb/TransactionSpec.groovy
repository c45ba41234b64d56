package sst.local.dynamodb

import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.wire.AwsException

class TransactionSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    LocalDynamo dynamo

    def setup() {
        dynamo = new LocalDynamo(folder)
        dynamo.table('one', ['id:S'])
        dynamo.table('two', ['id:S'])
    }

    private static Map put(String table, String id, Map more = [:]) {
        [Put: [TableName: table, Item: [id: [S: id], v: [N: '1']]] + more]
    }

    private Map get(String table, String id) {
        dynamo.call([TableName: table, Key: [id: [S: id]]], 'GetItem')
    }

    private <T> List<T> atOnce(int count, Closure<T> work) {
        def start = new CountDownLatch(1)
        def threads = Executors.newFixedThreadPool(count)
        try {
            def all = (0..<count).collect { i -> threads.submit({ start.await(); work(i) } as Callable<T>) }
            start.countDown()
            all*.get()
        } finally {
            threads.shutdown()
        }
    }

    def 'all writes of a transaction are done'() {
        given:
        dynamo.call([TableName: 'two', Item: [id: [S: 'gone']]], 'PutItem')

        when:
        def answer = dynamo.call([ReturnConsumedCapacity: 'TOTAL', TransactItems: [
            put('one', 'a'),
            [Update: [TableName: 'two', Key: [id: [S: 'b']], UpdateExpression: 'SET x = :x', ExpressionAttributeValues: [':x': [S: 'y']]]],
            [Delete: [TableName: 'two', Key: [id: [S: 'gone']]]],
            [ConditionCheck: [TableName: 'one', Key: [id: [S: 'c']], ConditionExpression: 'attribute_not_exists(id)']]]], 'TransactWriteItems')

        then:
        get('one', 'a').Item.v == [N: '1']
        get('two', 'b').Item.x == [S: 'y']
        get('two', 'gone') == [:]
        answer.ConsumedCapacity == [[TableName: 'one', CapacityUnits: 4.0d], [TableName: 'two', CapacityUnits: 4.0d]]
    }

    def 'one failed condition cancels the whole transaction and says which it was'() {
        given:
        dynamo.call([TableName: 'two', Item: [id: [S: 'b'], v: [N: '7']]], 'PutItem')

        when:
        def failure = dynamo.failure([TransactItems: [put('one', 'a'), put('two', 'b',
            [ConditionExpression: 'attribute_not_exists(id)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD'])]], 'TransactWriteItems')
        def reasons = LocalDynamo.MAPPER.readTree(sst.local.wire.codec.Json.write(failure.members().CancellationReasons))

        then:
        failure.code() == 'TransactionCanceledException'
        failure.text() == 'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]'
        reasons[0].toString() == '{"Code":"None"}'
        reasons[1].toString() == '{"Code":"ConditionalCheckFailed","Message":"The conditional request failed","Item":{"id":{"S":"b"},"v":{"N":"7"}}}'
        get('one', 'a') == [:]
    }

    def 'the transaction #items is refused: #text'() {
        expect:
        dynamo.refusal([TransactItems: items], 'TransactWriteItems') == text

        where:
        items                                    || text
        [put('one', 'a'), put('one', 'a')]       || 'Transaction request cannot include multiple operations on one item'
        [[:]]                                    || 'TransactItems can only contain one of Check, Put, Update or Delete'
        [put('one', 'a') + [Delete: [TableName: 'one', Key: [id: [S: 'a']]]]] || 'TransactItems can only contain one of Check, Put, Update or Delete'
        [put('gone', 'a')]                       || 'Requested resource not found'
    }

    def 'a transaction has at most a hundred parts'() {
        expect:
        dynamo.refusal([TransactItems: (1..101).collect { put('one', "$it") }], 'TransactWriteItems')
                .endsWith("at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to 100")
    }

    def 'a repeated token is answered and not run again, until ten minutes have passed'() {
        given:
        def add = { String amount -> [ClientRequestToken: 'tok', TransactItems: [[Update: [TableName: 'one', Key: [id: [S: 'a']],
            UpdateExpression: 'ADD n :n', ExpressionAttributeValues: [':n': [N: amount]]]]]] }

        when:
        2.times { dynamo.call(add('1'), 'TransactWriteItems') }

        then:
        get('one', 'a').Item.n == [N: '1']
        dynamo.failure(add('2'), 'TransactWriteItems').code() == 'IdempotentParameterMismatchException'

        when:
        dynamo.clock.pass(Duration.ofMinutes(11))
        dynamo.call(add('1'), 'TransactWriteItems')

        then:
        get('one', 'a').Item.n == [N: '2']
    }

    def 'a transaction of reads gives every item in its place'() {
        given:
        dynamo.call([TransactItems: [put('one', 'a'), put('two', 'b')]], 'TransactWriteItems')

        expect:
        dynamo.call([TransactItems: [[Get: [TableName: 'two', Key: [id: [S: 'b']]]],
            [Get: [TableName: 'one', Key: [id: [S: 'none']]]],
            [Get: [TableName: 'one', Key: [id: [S: 'a']], ProjectionExpression: 'v']]]], 'TransactGetItems') ==
                [Responses: [[Item: [id: [S: 'b'], v: [N: '1']]], [:], [Item: [v: [N: '1']]]]]
    }

    def 'batches write and read across tables'() {
        when:
        def written = dynamo.call([RequestItems: [one: [[PutRequest: [Item: [id: [S: 'a']]]], [PutRequest: [Item: [id: [S: 'b']]]]],
            two: [[DeleteRequest: [Key: [id: [S: 'x']]]]]]], 'BatchWriteItem')
        def read = dynamo.call([RequestItems: [one: [Keys: [[id: [S: 'b']], [id: [S: 'none']], [id: [S: 'a']]]],
            two: [Keys: [[id: [S: 'x']]]]]], 'BatchGetItem')

        then:
        written == [UnprocessedItems: [:]]
        read == [Responses: [one: [[id: [S: 'b']], [id: [S: 'a']]], two: []], UnprocessedKeys: [:]]
    }

    def 'keys past sixteen megabytes come back unprocessed and can be asked for again'() {
        given:
        (1..50).each { dynamo.call([TableName: 'one', Item: [id: [S: "$it"], v: [S: 'x' * 390_000]]], 'PutItem') }

        when:
        def first = dynamo.call([RequestItems: [one: [ConsistentRead: true, Keys: (1..50).collect { [id: [S: "$it"]] }]]], 'BatchGetItem')
        def second = dynamo.call([RequestItems: first.UnprocessedKeys], 'BatchGetItem')

        then:
        first.UnprocessedKeys.one.ConsistentRead
        first.Responses.one.size() in 40..45
        first.Responses.one.size() + second.Responses.one.size() == 50
    }

    def 'of two writers with the same condition one wins, every time'() {
        expect:
        (1..50).every { round ->
            def won = atOnce(4) { i ->
                try {
                    dynamo.call([TableName: 'one', Item: [id: [S: "r$round"], by: [N: "$i"]],
                        ConditionExpression: 'attribute_not_exists(id)'], 'PutItem')
                    1
                } catch (AwsException refused) {
                    assert refused.code() == 'ConditionalCheckFailedException'
                    0
                }
            }
            won.sum() == 1
        }
    }

    def 'no increment is lost and money is neither made nor lost by transactions at once'() {
        given:
        dynamo.call([TransactItems: ['one', 'two'].collect { [Put: [TableName: it, Item: [id: [S: 'a'], n: [N: '100']]]] }], 'TransactWriteItems')
        def move = { String table, String amount -> [Update: [TableName: table, Key: [id: [S: 'a']], UpdateExpression: 'ADD n :n',
            ExpressionAttributeValues: [':n': [N: amount]]]] }

        when:
        atOnce(8) { i ->
            25.times {
                def tables = i % 2 ? ['one', 'two'] : ['two', 'one']
                dynamo.call([TransactItems: [move(tables[0], '-1'), move(tables[1], '1')]], 'TransactWriteItems')
                dynamo.call([TableName: 'one', Key: [id: [S: 'count']], UpdateExpression: 'ADD n :one',
                    ExpressionAttributeValues: [':one': [N: '1']]], 'UpdateItem')
                def seen = dynamo.call([TransactItems: ['one', 'two'].collect { [Get: [TableName: it, Key: [id: [S: 'a']]]] }], 'TransactGetItems')
                assert seen.Responses.sum { it.Item.n.N as int } == 200
            }
        }

        then:
        get('one', 'count').Item.n == [N: '200']
        get('one', 'a').Item.n == [N: '100']
    }
}
