package sst.local.dynamodb

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class QuerySpec extends Specification {
    @TempDir
    @Shared
    Path folder

    @Shared
    @AutoCleanup
    LocalDynamo dynamo

    def setupSpec() {
        dynamo = new LocalDynamo(folder)
        dynamo.table('tab', ['pk:S', 'sk:N'], [
            AttributeDefinitions: ['pk:S', 'sk:N', 'g:S', 'h:N', 'l:S'].collect { LocalDynamo.attribute(it) },
            GlobalSecondaryIndexes: [
                [IndexName: 'all', KeySchema: LocalDynamo.schema(['g:S', 'h:N']), Projection: [ProjectionType: 'ALL']],
                [IndexName: 'keys', KeySchema: LocalDynamo.schema(['g:S']), Projection: [ProjectionType: 'KEYS_ONLY']],
                [IndexName: 'inc', KeySchema: LocalDynamo.schema(['g:S']),
                 Projection: [ProjectionType: 'INCLUDE', NonKeyAttributes: ['x']]]],
            LocalSecondaryIndexes: [
                [IndexName: 'byL', KeySchema: LocalDynamo.schema(['pk:S', 'l:S']), Projection: [ProjectionType: 'KEYS_ONLY']]]])
        (1..9).each { i ->
            def item = [pk: [S: 'p'], sk: [N: "$i"], x: [N: "${i % 3}"], y: [S: "y$i"], l: [S: "l${10 - i}"]]
            dynamo.call([TableName: 'tab', Item: item + (i % 2 ? [g: [S: 'odd'], h: [N: "${-i}"]] : [:])], 'PutItem')
        }
        dynamo.call([TableName: 'tab', Item: [pk: [S: 'other'], sk: [N: '1'], g: [S: 'odd'], h: [N: '100']]], 'PutItem')
        dynamo.table('str', ['pk:S', 'sk:S'])
        ['a', 'ab', 'abc', 'b', 'ba', 'é', '\u0000', 'a\u0000b'].each {
            dynamo.call([TableName: 'str', Item: [pk: [S: 'p'], sk: [S: it]]], 'PutItem')
        }
    }

    private Map query(Map more, String table = 'tab') {
        dynamo.call([TableName: table] + more, 'Query')
    }

    private static Map keyed(String expression, Map values, Map more = [:]) {
        [KeyConditionExpression: expression, ExpressionAttributeValues: values] + more
    }

    private static List<String> sks(Map page) {
        page.Items.collect { it.sk.N ?: it.sk.S }
    }

    def 'pk = :p and #condition finds #found'() {
        when:
        def values = [':p': [S: 'p'], ':2': [N: '2'], ':4': [N: '4'], ':20': [N: '20']].findAll {
            it.key == ':p' || condition.contains(it.key + ' ') || condition.endsWith(it.key) }
        def page = query(keyed('pk = :p' + (condition ? " and $condition" : ''), values))

        then:
        sks(page) == found*.toString()
        page.Count == found.size()
        page.ScannedCount == found.size()
        page.LastEvaluatedKey == null

        where:
        condition               || found
        ''                      || 1..9
        'sk = :4'               || [4]
        'sk = :20'              || []
        'sk < :4'               || [1, 2, 3]
        'sk <= :4'              || [1, 2, 3, 4]
        'sk > :4'               || [5, 6, 7, 8, 9]
        'sk >= :4'              || [4, 5, 6, 7, 8, 9]
        ':4 > sk'               || [1, 2, 3]
        ':4 <= sk'              || [4, 5, 6, 7, 8, 9]
        'sk BETWEEN :2 AND :4'  || [2, 3, 4]
        'sk BETWEEN :4 AND :20' || [4, 5, 6, 7, 8, 9]
    }

    def 'strings: #condition with #value finds #found'() {
        expect:
        sks(query(keyed("pk = :p AND $condition", [':p': [S: 'p'], ':v': [S: value]]), 'str')) == found

        where:
        condition             | value     || found
        'begins_with(sk, :v)' | 'a'       || ['a', 'a\u0000b', 'ab', 'abc']
        'begins_with(sk, :v)' | 'ab'      || ['ab', 'abc']
        'begins_with(sk, :v)' | 'a\u0000' || ['a\u0000b']
        'begins_with(sk, :v)' | ''        || ['\u0000', 'a', 'a\u0000b', 'ab', 'abc', 'b', 'ba', 'é']
        'begins_with(sk, :v)' | 'é'       || ['é']
        'sk < :v'             | 'ab'      || ['\u0000', 'a', 'a\u0000b']
        'sk > :v'             | 'b'       || ['ba', 'é']
        'sk = :v'             | 'a'       || ['a']
    }

    def 'a page walk of #limit forward=#forward shows every item once, in order'() {
        when:
        def seen = []
        def pages = 0
        def start = null
        while (true) {
            def page = query(keyed('pk = :p', [':p': [S: 'p']], [Limit: limit, ScanIndexForward: forward] +
                    (start ? [ExclusiveStartKey: start] : [:])))
            seen.addAll(sks(page))
            pages++
            start = page.LastEvaluatedKey
            if (!start) {
                break
            }
        }

        then:
        seen == (forward ? 1..9 : 9..1)*.toString()
        pages == expected

        where:
        limit | forward || expected
        1     | true    || 10
        2     | true    || 5
        4     | false   || 3
        9     | true    || 2
        10    | false   || 1
    }

    def 'the index #index finds #found'() {
        when:
        def page = query(keyed('g = :g', [':g': [S: 'odd']], [IndexName: index] + more))

        then:
        page.Items.collect { it.pk.S + it.sk.N } as Set == found as Set
        page.Items.find { it.pk.S + it.sk.N == one }.keySet() == names as Set

        where:
        index  | more                     || found                                      | one      | names
        'all'  | [:]                      || ['p9', 'p7', 'p5', 'p3', 'p1', 'other1']   | 'p9'     | ['pk', 'sk', 'x', 'y', 'l', 'g', 'h']
        'keys' | [:]                      || ['p9', 'p7', 'p5', 'p3', 'p1', 'other1']   | 'p9'     | ['pk', 'sk', 'g']
        'inc'  | [ProjectionExpression: 'x, sk, pk'] || ['p9', 'p7', 'p5', 'p3', 'p1', 'other1'] | 'other1' | ['pk', 'sk']
    }

    def 'an index is in the order of its own sort key, and pages by its position'() {
        when:
        def first = query(keyed('g = :g', [':g': [S: 'odd']], [IndexName: 'all', Limit: 4]))
        def second = query(keyed('g = :g', [':g': [S: 'odd']],
                [IndexName: 'all', ExclusiveStartKey: first.LastEvaluatedKey]))

        then:
        first.Items*.h*.N == ['-9', '-7', '-5', '-3']
        first.LastEvaluatedKey == [pk: [S: 'p'], sk: [N: '3'], g: [S: 'odd'], h: [N: '-3']]
        second.Items*.h*.N == ['-1', '100']
    }

    def 'an item that loses its index key leaves the index, and comes back with it'() {
        given:
        def change = { String expression, Map values -> dynamo.call([TableName: 'tab', Key: [pk: [S: 'moved'], sk: [N: '1']],
            UpdateExpression: expression] + (values ? [ExpressionAttributeValues: values] : [:]), 'UpdateItem') }
        def found = { String group -> query(keyed('g = :g', [':g': [S: group]], [IndexName: 'keys'])).Count }

        expect:
        change('SET g = :g', [':g': [S: 'one']]) == [:]
        found('one') == 1
        change('SET g = :g', [':g': [S: 'two']]) == [:]
        found('one') == 0
        found('two') == 1
        change('REMOVE g', [:]) == [:]
        found('two') == 0
        dynamo.call([TableName: 'tab', Key: [pk: [S: 'moved'], sk: [N: '1']]], 'DeleteItem') == [:]
    }

    def 'a local index gives what it does not project from the table'() {
        when:
        def values = [':p': [S: 'p'], ':l': [S: 'l2']]
        def projected = query(keyed('pk = :p AND l <= :l', values, [IndexName: 'byL']))
        def all = query(keyed('pk = :p AND l <= :l', values, [IndexName: 'byL', Select: 'ALL_ATTRIBUTES']))
        def named = query(keyed('pk = :p AND l <= :l', values, [IndexName: 'byL', ProjectionExpression: 'y']))

        then:
        projected.Items == [[pk: [S: 'p'], sk: [N: '9'], l: [S: 'l1']], [pk: [S: 'p'], sk: [N: '8'], l: [S: 'l2']]]
        all.Items[0] == [pk: [S: 'p'], sk: [N: '9'], x: [N: '0'], y: [S: 'y9'], l: [S: 'l1'], g: [S: 'odd'], h: [N: '-9']]
        named.Items == [[y: [S: 'y9']], [y: [S: 'y8']]]
    }

    def 'a filter is applied after the limit and counted apart'() {
        when:
        def page = query(keyed('pk = :p', [':p': [S: 'p'], ':x': [N: '1']], [FilterExpression: 'x = :x', Limit: 5]))
        def count = query(keyed('pk = :p', [':p': [S: 'p'], ':x': [N: '1']], [FilterExpression: 'x = :x', Select: 'COUNT']))

        then:
        sks(page) == ['1', '4']
        page.Count == 2
        page.ScannedCount == 5
        page.LastEvaluatedKey == [pk: [S: 'p'], sk: [N: '5']]
        count == [Count: 3, ScannedCount: 9]
    }

    def 'the legacy parameters find the same'() {
        expect:
        sks(query([KeyConditions: [pk: [ComparisonOperator: 'EQ', AttributeValueList: [[S: 'p']]],
            sk: [ComparisonOperator: operator, AttributeValueList: values.collect { [N: "$it"] }]]])) == found*.toString()

        where:
        operator  | values || found
        'EQ'      | [4]    || [4]
        'LT'      | [3]    || [1, 2]
        'LE'      | [3]    || [1, 2, 3]
        'GT'      | [7]    || [8, 9]
        'GE'      | [7]    || [7, 8, 9]
        'BETWEEN' | [2, 4] || [2, 3, 4]
    }

    def 'the legacy filter #operator #values on #attribute keeps #kept'() {
        expect:
        sks(query([KeyConditions: [pk: [ComparisonOperator: 'EQ', AttributeValueList: [[S: 'p']]]],
            QueryFilter: [(attribute): [ComparisonOperator: operator] + (values ? [AttributeValueList: values] : [:])]])) ==
                kept*.toString()

        where:
        attribute | operator       | values               || kept
        'x'       | 'EQ'           | [[N: '1']]           || [1, 4, 7]
        'x'       | 'NE'           | [[N: '1']]           || [2, 3, 5, 6, 8, 9]
        'x'       | 'IN'           | [[N: '1'], [N: '2']] || [1, 2, 4, 5, 7, 8]
        'x'       | 'LT'           | [[N: '1']]           || [3, 6, 9]
        'x'       | 'GE'           | [[N: '2']]           || [2, 5, 8]
        'x'       | 'BETWEEN'      | [[N: '1'], [N: '2']] || [1, 2, 4, 5, 7, 8]
        'y'       | 'CONTAINS'     | [[S: '7']]           || [7]
        'y'       | 'NOT_CONTAINS' | [[S: 'y']]           || []
        'y'       | 'BEGINS_WITH'  | [[S: 'y9']]          || [9]
        'g'       | 'NULL'         | []                   || [2, 4, 6, 8]
        'g'       | 'NOT_NULL'     | []                   || [1, 3, 5, 7, 9]
    }

    def 'a scan sees everything once, in an order of its own, whole, by pages and by segments'() {
        when:
        def whole = dynamo.call([TableName: 'tab'], 'Scan').Items
        def paged = []
        def start = null
        while (true) {
            def page = dynamo.call([TableName: 'tab', Limit: 3] + (start ? [ExclusiveStartKey: start] : [:]), 'Scan')
            paged.addAll(page.Items)
            start = page.LastEvaluatedKey
            if (!start) {
                break
            }
        }
        def parts = (0..3).collectMany { dynamo.call([TableName: 'tab', Segment: it, TotalSegments: 4], 'Scan').Items }

        then:
        whole.size() == 10
        paged == whole
        parts == whole
        dynamo.call([TableName: 'tab', IndexName: 'keys'], 'Scan').Count == 6
        dynamo.call([TableName: 'tab', FilterExpression: 'x = :x', ExpressionAttributeValues: [':x': [N: '1']]], 'Scan').Count == 3
        dynamo.call([TableName: 'tab', ScanFilter: [x: [ComparisonOperator: 'EQ', AttributeValueList: [[N: '1']]]]], 'Scan').Count == 3
        dynamo.call([TableName: 'tab', AttributesToGet: ['x', 'gone'], Limit: 1], 'Scan').Items[0].keySet() in [['x'] as Set, [] as Set]
    }

    def 'a page ends with the item that fills one megabyte'() {
        given:
        dynamo.table('big', ['pk:S', 'sk:N'])
        (1..6).each { dynamo.call([TableName: 'big', Item: [pk: [S: 'p'], sk: [N: "$it"], v: [S: 'x' * 300_000]]], 'PutItem') }

        when:
        def first = query(keyed('pk = :p', [':p': [S: 'p']], [ReturnConsumedCapacity: 'TOTAL']), 'big')
        def second = query(keyed('pk = :p', [':p': [S: 'p']], [ExclusiveStartKey: first.LastEvaluatedKey]), 'big')

        then:
        sks(first) == ['1', '2', '3', '4']
        sks(second) == ['5', '6']
        second.LastEvaluatedKey == null
        first.ConsumedCapacity == [TableName: 'big', CapacityUnits: 146.5d]
    }

    def 'the query #more is refused: #text'() {
        expect:
        dynamo.refusal([TableName: 'tab'] + more, 'Query') == text

        where:
        more                                                                              || text
        [:]                                                                               || 'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.'
        keyed('sk = :v', [':v': [N: '1']])                                                || 'Query condition missed key schema element: pk'
        keyed('pk < :v', [':v': [S: 'p']])                                                || 'Query key condition not supported'
        keyed('pk = :v AND x = :v', [':v': [S: 'p']])                                     || 'Query condition missed key schema element: sk'
        keyed('pk = :v', [':v': [N: '1']])                                                || 'One or more parameter values were invalid: Condition parameter type does not match schema type'
        keyed('pk = :v', [':v': [S: '']])                                                 || 'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk'
        keyed('pk = :v OR sk = :n', [':v': [S: 'p'], ':n': [N: '1']])                     || 'Invalid operator used in KeyConditionExpression: OR'
        keyed('NOT pk = :v', [':v': [S: 'p']])                                            || 'Invalid operator used in KeyConditionExpression: NOT'
        keyed('pk <> :v', [':v': [S: 'p']])                                               || 'Invalid operator used in KeyConditionExpression: <>'
        keyed('pk IN (:v)', [':v': [S: 'p']])                                             || 'Invalid operator used in KeyConditionExpression: IN'
        keyed('contains(pk, :v)', [':v': [S: 'p']])                                       || 'Invalid operator used in KeyConditionExpression: contains'
        [KeyConditionExpression: 'attribute_exists(pk)']                                  || 'Invalid operator used in KeyConditionExpression: attribute_exists'
        keyed('pk.x = :v', [':v': [S: 'p']])                                              || 'KeyConditionExpressions cannot have conditions on nested attributes'
        keyed('size(pk) = :v', [':v': [N: '1']])                                          || 'KeyConditionExpressions cannot contain nested operations'
        keyed('pk = :v AND pk = :v', [':v': [S: 'p']])                                    || 'KeyConditionExpressions must only contain one condition per key'
        [KeyConditionExpression: 'pk = sk']                                               || 'Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition'
        keyed(':v = :v', [':v': [S: 'p']])                                                || 'Invalid condition in KeyConditionExpression: No key attribute specified'
        keyed('begins_with(:v, pk)', [':v': [S: 'p']])                                    || 'Invalid condition in KeyConditionExpression: begins_with operator must have the key attribute as its first operand'
        keyed('pk = :v', [':v': [S: 'p'], ':u': [S: 'u']])                                || 'Value provided in ExpressionAttributeValues unused in expressions: keys: {:u}'
        keyed('pk = :v AND sk = :n AND x = :n', [':v': [S: 'p'], ':n': [N: '1']])         || 'Conditions can be of length 1 or 2 only'
        keyed('pk = :v', [':v': [S: 'p']], [IndexName: 'nope'])                           || 'The table does not have the specified index: nope'
        keyed('g = :v', [':v': [S: 'p']], [IndexName: 'all', ConsistentRead: true])       || 'Consistent reads are not supported on global secondary indexes'
        keyed('g = :v', [':v': [S: 'p']], [IndexName: 'keys', Select: 'ALL_ATTRIBUTES'])  || 'One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index keys because its projection type is not ALL'
        keyed('g = :v', [':v': [S: 'p']], [IndexName: 'keys', ProjectionExpression: 'y']) || 'One or more parameter values were invalid: Global secondary index keys does not project [y]'
        keyed('pk = :v', [':v': [S: 'p']], [FilterExpression: 'sk = :v'])                 || 'Filter Expression can only contain non-primary key attributes: Primary key attribute: sk'
        keyed('pk = :v', [':v': [S: 'p']], [Limit: 0])                                    || "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1"
        keyed('pk = :v', [':v': [S: 'p']], [Select: 'SOME'])                              || "1 validation error detected: Value 'SOME' at 'select' failed to satisfy constraint: Member must satisfy enum value set: [SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES]"
        keyed('pk = :v', [':v': [S: 'p']], [Select: 'COUNT', ProjectionExpression: 'x'])  || 'Cannot specify the ProjectionExpression when choosing to get only the Count'
        keyed('pk = :v', [':v': [S: 'p']], [Select: 'ALL_PROJECTED_ATTRIBUTES'])          || 'ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName'
        keyed('pk = :v', [':v': [S: 'p']], [Select: 'SPECIFIC_ATTRIBUTES'])               || 'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES'
        keyed('pk = :v', [':v': [S: 'p']], [AttributesToGet: ['x']])                      || 'Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {KeyConditionExpression}'
        keyed('pk = :v', [':v': [S: 'p']], [ExclusiveStartKey: [pk: [S: 'p']]])           || 'The provided starting key is invalid'
        keyed('pk = :v', [':v': [S: 'p']], [ExclusiveStartKey: [pk: [S: 'q'], sk: [N: '1']]]) || 'The provided starting key is outside query boundaries based on provided conditions'
        [ExpressionAttributeNames: ['#a': 'b'], KeyConditions: [:]]                       || 'ExpressionAttributeNames can only be specified when using expressions'
        [KeyConditions: [pk: [ComparisonOperator: 'NE', AttributeValueList: [[S: 'p']]]]] || 'Attempted conditional constraint is not an indexable operation'
        [KeyConditions: [pk: [ComparisonOperator: 'EQ', AttributeValueList: []]]]         || 'One or more parameter values were invalid: Invalid number of argument(s) for the EQ ComparisonOperator'
        [KeyConditions: [pk: [ComparisonOperator: 'LT', AttributeValueList: [[BOOL: true]]]]] || 'One or more parameter values were invalid: ComparisonOperator LT is not valid for BOOL AttributeValue type'
        [KeyConditions: [pk: [ComparisonOperator: 'BETWEEN', AttributeValueList: [[N: '2'], [N: '1']]]]] || 'The BETWEEN condition was provided a range where the lower bound is greater than the upper bound'
    }

    def 'the scan #more is refused: #text'() {
        expect:
        dynamo.refusal([TableName: 'tab'] + more, 'Scan') == text

        where:
        more                                              || text
        [Segment: 0]                                      || 'The TotalSegments parameter is required but was not present in the request when Segment parameter is present'
        [TotalSegments: 2]                                || 'The Segment parameter is required but was not present in the request when parameter TotalSegments is present'
        [Segment: 2, TotalSegments: 2]                    || 'The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not less than TotalSegments: 2'
        [FilterExpression: '']                            || 'Invalid FilterExpression: The expression can not be empty;'
        [ExpressionAttributeValues: [':a': [S: 'x']]]     || 'ExpressionAttributeValues can only be specified when using expressions: FilterExpression is null'
        [FilterExpression: 'a = :a', ScanFilter: [:], ExpressionAttributeValues: [':a': [S: 'x']]] || 'Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {ScanFilter} Expression parameters: {FilterExpression}'
        [ConditionalOperator: 'OR']                       || 'ConditionalOperator cannot be used without Filter or Expected'
        [AttributesToGet: ['a', 'a']]                     || 'One or more parameter values were invalid: Duplicate value in attribute name: a'
        [TableName: 'gone']                               || 'Requested resource not found'
    }
}
