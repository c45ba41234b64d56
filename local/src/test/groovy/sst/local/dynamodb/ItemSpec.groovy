package sst.local.dynamodb

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class ItemSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    LocalDynamo dynamo

    def setup() {
        dynamo = new LocalDynamo(folder)
        dynamo.table('notes', ['id:S'])
        dynamo.table('events', ['pk:S', 'sk:N'])
    }

    private Map put(Map item, Map more = [:]) {
        dynamo.call([TableName: 'notes', Item: item] + more, 'PutItem')
    }

    private Map get(String id, Map more = [:]) {
        dynamo.call([TableName: 'notes', Key: [id: [S: id]]] + more, 'GetItem')
    }

    private Map update(String expression, Map more = [:]) {
        dynamo.call([TableName: 'notes', Key: [id: [S: 'a']], UpdateExpression: expression] + more, 'UpdateItem')
    }

    def 'an item of every type comes back as it was put'() {
        given:
        def item = [
            id: [S: 'a'], n: [N: '12.5'], b: [B: 'AAEC'], yes: [BOOL: true], none: [NULL: true],
            ss: [SS: ['x', 'y']], ns: [NS: ['1', '2']], bs: [BS: ['AA==']],
            l: [L: [[S: 'in'], [L: [[N: '1']]]]], m: [M: [deep: [M: [er: [S: 'é']]]]], empty: [S: '']]

        when:
        put(item)

        then:
        get('a') == [Item: item]
    }

    def 'a missing item is an empty answer'() {
        expect:
        get('none') == [:]
    }

    def 'numbers are normalised: #written becomes #stored'() {
        when:
        put([id: [S: 'a'], n: [N: written]])

        then:
        get('a').Item.n.N == stored

        where:
        written    || stored
        '1'        || '1'
        '+1'       || '1'
        '01'       || '1'
        '1.0'      || '1'
        '-0'       || '0'
        '0.00'     || '0'
        '1e3'      || '1000'
        '1E-3'     || '0.001'
        '-12.50'   || '-12.5'
        '.5'       || '0.5'
        '5.'       || '5'
        '123e-130' || '0.' + '0' * 127 + '123'
        '1e125'    || '1' + '0' * 125
    }

    def 'put gives the old item back when asked, and nothing otherwise'() {
        given:
        put([id: [S: 'a'], v: [N: '1']])

        expect:
        put([id: [S: 'a'], v: [N: '2']], [ReturnValues: 'ALL_OLD']) == [Attributes: [id: [S: 'a'], v: [N: '1']]]
        put([id: [S: 'a'], v: [N: '3']]) == [:]
        put([id: [S: 'new']], [ReturnValues: 'ALL_OLD']) == [:]
    }

    def 'delete removes the item and is content when there is none'() {
        given:
        put([id: [S: 'a'], v: [N: '1']])

        expect:
        dynamo.call([TableName: 'notes', Key: [id: [S: 'a']], ReturnValues: 'ALL_OLD'], 'DeleteItem') ==
                [Attributes: [id: [S: 'a'], v: [N: '1']]]
        dynamo.call([TableName: 'notes', Key: [id: [S: 'a']], ReturnValues: 'ALL_OLD'], 'DeleteItem') == [:]
        get('a') == [:]
    }

    def 'update with #returned shows #shown'() {
        given:
        put([id: [S: 'a'], n: [N: '1'], m: [M: [x: [S: 'p'], y: [S: 'q']]], other: [S: 'o']])

        expect:
        update('SET n = n + :one, m.x = :new', [ReturnValues: returned,
            ExpressionAttributeValues: [':one': [N: '1'], ':new': [S: 'r']]]).Attributes == shown

        where:
        returned      || shown
        'NONE'        || null
        'ALL_OLD'     || [id: [S: 'a'], n: [N: '1'], m: [M: [x: [S: 'p'], y: [S: 'q']]], other: [S: 'o']]
        'UPDATED_OLD' || [n: [N: '1'], m: [M: [x: [S: 'p']]]]
        'ALL_NEW'     || [id: [S: 'a'], n: [N: '2'], m: [M: [x: [S: 'r'], y: [S: 'q']]], other: [S: 'o']]
        'UPDATED_NEW' || [n: [N: '2'], m: [M: [x: [S: 'r']]]]
    }

    def 'update makes an item that is not there'() {
        expect:
        update('SET v = :v', [ExpressionAttributeValues: [':v': [N: '1']], ReturnValues: 'ALL_NEW']).Attributes ==
                [id: [S: 'a'], v: [N: '1']]
        dynamo.call([TableName: 'notes', Key: [id: [S: 'bare']]], 'UpdateItem') == [:]
        get('bare').Item == [id: [S: 'bare']]
    }

    def '#expression makes #changed'() {
        given:
        put([id: [S: 'a'], n: [N: '5'], l: [L: [[N: '0'], [N: '1'], [N: '2'], [N: '3']]], ss: [SS: ['x', 'y']],
             ns: [NS: ['1']], m: [M: [k: [S: 'v'], deep: [L: [[S: 'd0']]]]]])

        when:
        def names = [:]
        def values = [':n': [N: '2'], ':l': [L: [[S: 'new']]], ':s': [S: 'text'], ':ss': [SS: ['y', 'z']],
                      ':all': [SS: ['x', 'y']], ':ns': [NS: ['1', '2']]].findAll { expression =~ /${it.key}\b/ }
        if (expression.contains('#')) {
            names = ['#k': 'key.with.dots']
        }
        def more = [ReturnValues: 'ALL_NEW'] + (values ? [ExpressionAttributeValues: values] : [:]) +
                (names ? [ExpressionAttributeNames: names] : [:])
        def after = update(expression, more).Attributes

        then:
        after.subMap(changed.keySet()) == changed

        where:
        expression                                    || changed
        'SET n = :n'                                  || [n: [N: '2']]
        'set n = n + :n'                              || [n: [N: '7']]
        'SET n = n - :n'                              || [n: [N: '3']]
        'SET n = :n - n'                              || [n: [N: '-3']]
        'SET n = (n + :n)'                            || [n: [N: '7']]
        'SET fresh = if_not_exists(fresh, :n)'        || [fresh: [N: '2']]
        'SET n = if_not_exists(n, :n)'                || [n: [N: '5']]
        'SET n = if_not_exists(nn, :n) + n'           || [n: [N: '7']]
        'SET l = list_append(l, :l)'                  || [l: [L: [[N: '0'], [N: '1'], [N: '2'], [N: '3'], [S: 'new']]]]
        'SET l = list_append(:l, l)'                  || [l: [L: [[S: 'new'], [N: '0'], [N: '1'], [N: '2'], [N: '3']]]]
        'SET l[1] = :s'                               || [l: [L: [[N: '0'], [S: 'text'], [N: '2'], [N: '3']]]]
        'SET l[99] = :s'                              || [l: [L: [[N: '0'], [N: '1'], [N: '2'], [N: '3'], [S: 'text']]]]
        'REMOVE l[0], l[2]'                           || [l: [L: [[N: '1'], [N: '3']]]]
        'REMOVE l[9]'                                 || [l: [L: [[N: '0'], [N: '1'], [N: '2'], [N: '3']]]]
        'SET l[0] = :s REMOVE l[1]'                   || [l: [L: [[S: 'text'], [N: '2'], [N: '3']]]]
        'SET m.k = :s'                                || [m: [M: [k: [S: 'text'], deep: [L: [[S: 'd0']]]]]]
        'SET m.deep[0] = m.k'                         || [m: [M: [k: [S: 'v'], deep: [L: [[S: 'v']]]]]]
        'REMOVE m.deep[0]'                            || [m: [M: [k: [S: 'v'], deep: [L: []]]]]
        'SET m.#k = :s'                               || [m: [M: [k: [S: 'v'], deep: [L: [[S: 'd0']]], 'key.with.dots': [S: 'text']]]]
        'ADD n :n'                                    || [n: [N: '7']]
        'ADD fresh :n'                                || [fresh: [N: '2']]
        'ADD ss :ss'                                  || [ss: [SS: ['x', 'y', 'z']]]
        'ADD ns :ns'                                  || [ns: [NS: ['1', '2']]]
        'DELETE ss :ss'                               || [ss: [SS: ['x']]]
        'SET n = l[0], l[0] = n'                      || [n: [N: '0'], l: [L: [[N: '5'], [N: '1'], [N: '2'], [N: '3']]]]
        'ADD n :n DELETE ss :ss SET x = :s REMOVE ns' || [n: [N: '7'], ss: [SS: ['x']], x: [S: 'text']]
    }

    def 'removing an attribute leaves the others'() {
        given:
        put([id: [S: 'a'], n: [N: '1'], other: [S: 'o']])

        expect:
        update('REMOVE n', [ReturnValues: 'ALL_NEW']).Attributes == [id: [S: 'a'], other: [S: 'o']]
    }

    def 'deleting all members of a set removes the attribute'() {
        given:
        put([id: [S: 'a'], ss: [SS: ['x', 'y']]])

        expect:
        update('DELETE ss :all', [ExpressionAttributeValues: [':all': [SS: ['x', 'y']]], ReturnValues: 'ALL_NEW'])
                .Attributes == [id: [S: 'a']]
    }

    def '#expression on that item is refused: #text'() {
        given:
        put([id: [S: 'a'], n: [N: '5'], s: [S: 'text'], l: [L: [[N: '0']]], m: [M: [k: [S: 'v']]]])

        expect:
        dynamo.refusal([TableName: 'notes', Key: [id: [S: 'a']], UpdateExpression: expression,
            ExpressionAttributeValues: values], 'UpdateItem') == text

        where:
        expression                        | values               || text
        'SET x = s + :n'                  | [':n': [N: '1']]     || 'An operand in the update expression has an incorrect data type'
        'SET x = gone + :n'            | [':n': [N: '1']]     || 'The provided expression refers to an attribute that does not exist in the item'
        'SET x = list_append(n, :l)'      | [':l': [L: []]]      || 'An operand in the update expression has an incorrect data type'
        'SET y = :n, x = gone'          | [':n': [N: '1']]     || 'The provided expression refers to an attribute that does not exist in the item'
        'ADD s :n'                        | [':n': [N: '1']]     || 'An operand in the update expression has an incorrect data type'
        'DELETE n :s'                     | [':s': [SS: ['x']]]  || 'An operand in the update expression has an incorrect data type'
        'SET gone.x = :n'              | [':n': [N: '1']]     || 'The document path provided in the update expression is invalid for update'
        'SET n.x = :n'                    | [':n': [N: '1']]     || 'The document path provided in the update expression is invalid for update'
        'SET m[0] = :n'                   | [':n': [N: '1']]     || 'The document path provided in the update expression is invalid for update'
        'SET l.x = :n'                    | [':n': [N: '1']]     || 'The document path provided in the update expression is invalid for update'
        'SET y = :n REMOVE gone.x'     | [':n': [N: '1']]     || 'The document path provided in the update expression is invalid for update'
        'SET n = n + :big'                | [':big': [N: '1e60']] || 'Attempting to store more than 38 significant digits in a Number'
        'SET id = :n'                     | [':n': [N: '1']]     || 'One or more parameter values were invalid: Cannot update attribute id. This attribute is part of the key'
        'SET id.x = :n'                   | [':n': [N: '1']]     || 'One or more parameter values were invalid: Cannot update attribute id. This attribute is part of the key'
    }

    def 'a condition that fails leaves the item alone, and shows it when asked'() {
        given:
        put([id: [S: 'a'], v: [N: '1']])

        when:
        def failure = dynamo.failure([TableName: 'notes', Item: [id: [S: 'a'], v: [N: '2']],
            ConditionExpression: 'attribute_not_exists(id)', ReturnValuesOnConditionCheckFailure: show], 'PutItem')

        then:
        failure.code() == 'ConditionalCheckFailedException'
        failure.text() == 'The conditional request failed'
        failure.members().containsKey('Item') == shown
        get('a').Item.v == [N: '1']

        where:
        show      || shown
        'ALL_OLD' || true
        'NONE'    || false
    }

    def 'consumed capacity counts #bytes bytes as #writes writes and #reads reads'() {
        given:
        def item = [id: [S: 'a'], v: [S: 'x' * (bytes - 4)]]

        expect:
        put(item, [ReturnConsumedCapacity: 'TOTAL']).ConsumedCapacity == [TableName: 'notes', CapacityUnits: writes]
        get('a', [ReturnConsumedCapacity: 'TOTAL']).ConsumedCapacity == [TableName: 'notes', CapacityUnits: reads / 2]
        get('a', [ReturnConsumedCapacity: 'INDEXES', ConsistentRead: true]).ConsumedCapacity ==
                [TableName: 'notes', CapacityUnits: reads, Table: [CapacityUnits: reads]]

        where:
        bytes || writes | reads
        10    || 1.0d   | 1.0d
        1024  || 1.0d   | 1.0d
        1025  || 2.0d   | 1.0d
        4096  || 4.0d   | 1.0d
        4097  || 5.0d   | 2.0d
    }

    def 'items survive a restart'() {
        given:
        put([id: [S: 'a'], v: [N: '1']])
        dynamo.call([TableName: 'events', Item: [pk: [S: 'p'], sk: [N: '-3']]], 'PutItem')

        when:
        dynamo.close()
        dynamo = new LocalDynamo(folder)

        then:
        get('a').Item == [id: [S: 'a'], v: [N: '1']]
        dynamo.call([TableName: 'events', Key: [pk: [S: 'p'], sk: [N: '-3']]], 'GetItem').Item
    }
}
