package sst.local.dynamodb

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class ValidationSpec extends Specification {
    static final String INVALID = 'One or more parameter values were invalid: '

    @TempDir
    @Shared
    Path folder

    @Shared
    @AutoCleanup
    LocalDynamo dynamo

    def setupSpec() {
        dynamo = new LocalDynamo(folder)
        dynamo.table('t-t', ['id:S'], [AttributeDefinitions: [LocalDynamo.attribute('id:S'), LocalDynamo.attribute('g:S')],
            GlobalSecondaryIndexes: [[IndexName: 'byG', KeySchema: LocalDynamo.schema(['g:S']), Projection: [ProjectionType: 'ALL']]]])
        dynamo.table('r-r', ['pk:S', 'sk:B'])
    }

    private static Map nested(int depth) {
        (1..depth).inject([S: 'x'] as Map) { inner, i -> i % 2 ? [L: [inner]] : [M: [k: inner]] }
    }

    def 'the item #item is refused: #text'() {
        expect:
        dynamo.refusal([TableName: 't-t', Item: item], 'PutItem') == text

        where:
        item                                        || text
        [:]                                         || INVALID + 'Missing the key id in the item'
        [a: [S: 'x']]                               || INVALID + 'Missing the key id in the item'
        [id: [N: '1']]                              || INVALID + 'Type mismatch for key id expected: S actual: N'
        [id: [S: '']]                               || 'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: id'
        [id: [S: 'x' * 2049]]                       || INVALID + 'Size of hashkey has exceeded the maximum size limit of2048 bytes'
        [id: [S: 'a'], g: [N: '1']]                 || INVALID + 'Type mismatch for Index Key g Expected: S Actual: N IndexName: byG'
        [id: [S: 'a'], g: [S: '']]                  || 'One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: byG, IndexKey: g'
        [id: [S: 'a'], v: [:]]                      || 'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes'
        [id: [S: 'a'], v: [S: 'x', N: '1']]         || 'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes'
        [id: [S: 'a'], v: [NULL: false]]            || INVALID + 'Null attribute value types must have the value of true'
        [id: [S: 'a'], v: [N: '']]                  || 'The parameter cannot be converted to a numeric value'
        [id: [S: 'a'], v: [N: 'abc']]               || 'The parameter cannot be converted to a numeric value: abc'
        [id: [S: 'a'], v: [N: '1 ']]                || 'The parameter cannot be converted to a numeric value: 1 '
        [id: [S: 'a'], v: [N: '0x1']]               || 'The parameter cannot be converted to a numeric value: 0x1'
        [id: [S: 'a'], v: [N: 'NaN']]               || 'The parameter cannot be converted to a numeric value: NaN'
        [id: [S: 'a'], v: [N: '1e126']]             || 'Number overflow. Attempting to store a number with magnitude larger than supported range'
        [id: [S: 'a'], v: [N: '-1e126']]            || 'Number overflow. Attempting to store a number with magnitude larger than supported range'
        [id: [S: 'a'], v: [N: '1e-131']]            || 'Number underflow. Attempting to store a number with magnitude smaller than supported range'
        [id: [S: 'a'], v: [N: '1' * 39]]            || 'Attempting to store more than 38 significant digits in a Number'
        [id: [S: 'a'], v: [N: '0.' + '1' * 39]]     || 'Attempting to store more than 38 significant digits in a Number'
        [id: [S: 'a'], v: [SS: []]]                 || INVALID + 'An string set  may not be empty'
        [id: [S: 'a'], v: [NS: []]]                 || INVALID + 'An number set  may not be empty'
        [id: [S: 'a'], v: [BS: []]]                 || INVALID + 'Binary sets should not be empty'
        [id: [S: 'a'], v: [SS: ['x', 'y', 'x']]]    || INVALID + 'Input collection [x, y, x] contains duplicates.'
        [id: [S: 'a'], v: [NS: ['1', '1.0']]]       || 'Input collection contains duplicates'
        [id: [S: 'a'], v: [BS: ['AQ==', 'AQ==']]]   || INVALID + 'Input collection [AQ==, AQ==]of type BS contains duplicates.'
        [id: [S: 'a'], v: [NS: ['1', 'x']]]         || 'The parameter cannot be converted to a numeric value: x'
        [id: [S: 'a'], v: [L: [[M: [k: [SS: []]]]]]] || INVALID + 'An string set  may not be empty'
        [id: [S: 'a'], v: nested(33)]               || 'Nesting Levels have exceeded supported limits'
        [id: [S: 'a'], v: [S: 'x' * (400 * 1024)]]  || 'Item size has exceeded the maximum allowed size'
    }

    def 'an item at a limit is taken: #what'() {
        expect:
        dynamo.call([TableName: 't-t', Item: item], 'PutItem') == [:]

        where:
        what           | item
        'key size'     | [id: [S: 'x' * 2048]]
        'digits'       | [id: [S: 'a'], v: [N: '1' * 38]]
        'zeros behind' | [id: [S: 'a'], v: [N: '1' + '0' * 100]]
        'magnitude'    | [id: [S: 'a'], v: [N: '9.' + '9' * 37 + 'E+125']]
        'depth'        | [id: [S: 'a'], v: nested(32)]
        'item size'    | [id: [S: 'a'], v: [S: 'x' * (400 * 1024 - 4)]]
        'empty string' | [id: [S: 'a'], v: [S: ''], b: [B: '']]
    }

    def 'a value of the wrong JSON shape #item is a SerializationException: #text'() {
        when:
        def failure = dynamo.failure([TableName: 't-t', Item: item], 'PutItem')

        then:
        failure.code() == 'SerializationException'
        failure.text() == text

        where:
        item                 || text
        [id: [S: 1]]         || 'NUMBER_VALUE cannot be converted to String'
        [id: [N: 1]]         || 'NUMBER_VALUE cannot be converted to String'
        [id: [S: true]]      || 'TRUE_VALUE cannot be converted to String'
        [id: 'x']            || 'Unexpected value type in payload'
        [id: [SS: 'x']]      || 'Unexpected field type'
        [id: [B: 'abc']]     || 'Base64 encoded length is expected a multiple of 4 bytes but found: 3'
    }

    def '#operation of key #key is refused: #text'() {
        expect:
        dynamo.refusal([TableName: table, Key: key], operation) == text

        where:
        operation    | table | key                               || text
        'GetItem'    | 't-t' | [:]                               || 'The provided key element does not match the schema'
        'GetItem'    | 't-t' | [id: [N: '1']]                    || 'The provided key element does not match the schema'
        'GetItem'    | 't-t' | [id: [S: 'a'], x: [S: 'b']]       || 'The provided key element does not match the schema'
        'GetItem'    | 'r-r' | [pk: [S: 'a']]                    || 'The provided key element does not match the schema'
        'DeleteItem' | 'r-r' | [pk: [S: 'a'], sk: [S: 'b']]      || 'The provided key element does not match the schema'
        'UpdateItem' | 't-t' | [x: [S: 'a']]                     || 'The provided key element does not match the schema'
        'GetItem'    | 't-t' | [id: [S: '']]                     || INVALID + 'The AttributeValue for a key attribute cannot contain an empty string value. Key: id'
        'GetItem'    | 'r-r' | [pk: [S: 'a'], sk: [B: '']]       || INVALID + 'The AttributeValue for a key attribute cannot contain an empty binary value. Key: sk'
        'DeleteItem' | 'r-r' | [pk: [S: 'a'], sk: [B: 'A' * 1368]] || INVALID + 'Aggregated size of all range keys has exceeded the size limit of 1024 bytes'
        'GetItem'    | 'nope' | [id: [S: 'a']]                   || 'Requested resource not found'
    }

    def '#operation of #input is refused: #text'() {
        expect:
        dynamo.refusal(input, operation) == text

        where:
        operation    | input                                                                  || text
        'PutItem'    | [:]                                                                    || "2 validation errors detected: Value null at 'tableName' failed to satisfy constraint: Member must not be null; Value null at 'item' failed to satisfy constraint: Member must not be null"
        'PutItem'    | [TableName: 'a;', Item: [:]]                                           || "2 validation errors detected: Value 'a;' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; Value 'a;' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3"
        'PutItem'    | [TableName: 't-t', Item: [:], ReturnValues: 'NEW']                     || "1 validation error detected: Value 'NEW' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]"
        'PutItem'    | [TableName: 't-t', Item: [:], ReturnValues: 'ALL_NEW']                 || 'ReturnValues can only be ALL_OLD or NONE'
        'PutItem'    | [TableName: 't-t', Item: [:], ReturnConsumedCapacity: 'ALL']           || "1 validation error detected: Value 'ALL' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: [INDEXES, TOTAL, NONE]"
        'PutItem'    | [TableName: 't-t', Item: [:], Expected: [a: [:]]]                      || INVALID + 'Value must be provided when Exists is null for Attribute: a'
        'PutItem'    | [TableName: 't-t', Item: [:], Expected: [a: [Exists: false, Value: [S: 'x']]]] || INVALID + 'Value cannot be used when Exists is false for Attribute: a'
        'PutItem'    | [TableName: 't-t', Item: [:], Expected: [a: [Value: [S: 'x'], AttributeValueList: []]]] || INVALID + 'Value and AttributeValueList cannot be used together for Attribute: a'
        'PutItem'    | [TableName: 't-t', Item: [:], Expected: [a: [ComparisonOperator: 'GT']]] || INVALID + 'Value or AttributeValueList must be used with ComparisonOperator: GT for Attribute: a'
        'PutItem'    | [TableName: 't-t', Item: [:], Expected: [a: [AttributeValueList: [[S: 'x']]]]] || INVALID + 'AttributeValueList can only be used with a ComparisonOperator for Attribute: a'
        'PutItem'    | [TableName: 't-t', Item: [:], Expected: [:], ConditionExpression: 'attribute_exists(a)'] || 'Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}'
        'PutItem'    | [TableName: 't-t', Item: [:], ExpressionAttributeValues: [':a': [S: 'x']]] || 'ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null'
        'UpdateItem' | [TableName: 't-t', Key: [:], ExpressionAttributeValues: [':a': [S: 'x']]] || 'ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and ConditionExpression are null'
        'UpdateItem' | [TableName: 't-t', Key: [:], AttributeUpdates: [a: [:]]]               || INVALID + 'Only DELETE action is allowed when no attribute value is specified'
        'UpdateItem' | [TableName: 't-t', Key: [:], AttributeUpdates: [a: [Action: 'ADD', Value: [S: 'x']]]] || INVALID + 'ADD action is not supported for the type S'
        'UpdateItem' | [TableName: 't-t', Key: [:], AttributeUpdates: [a: [Action: 'DELETE', Value: [S: 'x']]]] || INVALID + 'DELETE action with value is not supported for the type S'
        'GetItem'    | [TableName: 't-t', Key: [:], ExpressionAttributeNames: ['#a': 'a']]    || 'ExpressionAttributeNames can only be specified when using expressions'
        'GetItem'    | [TableName: 't-t', Key: [:], AttributesToGet: ['a', 'a']]              || INVALID + 'Duplicate value in attribute name: a'
        'BatchGetItem' | [RequestItems: ['t-t': [Keys: (1..60).collect { [id: [S: "$it"]] }], 'r-r': [Keys: (1..60).collect { [pk: [S: "$it"], sk: [B: '']] }]]] || 'Too many items requested for the BatchGetItem call'
        'BatchGetItem' | [RequestItems: ['t-t': [Keys: [[id: [S: 'a']], [id: [S: 'a']]]]]]    || 'Provided list of item keys contains duplicates'
        'BatchWriteItem' | [RequestItems: ['t-t': (1..20).collect { [DeleteRequest: [Key: [id: [S: "$it"]]]] }, 'r-r': (1..6).collect { [DeleteRequest: [Key: [id: [S: "$it"]]]] }]] || 'Too many items requested for the BatchWriteItem call'
        'BatchWriteItem' | [RequestItems: [:]]                                                || "1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1"
    }
}
