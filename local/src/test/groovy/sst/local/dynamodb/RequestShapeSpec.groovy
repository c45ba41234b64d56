package sst.local.dynamodb

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** JSON of the wrong type in any member of any operation, and members that break a rule, in the words of the front end. */
class RequestShapeSpec extends Specification {
    private static final String CAST = "class sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl cannot be cast to class java.lang.Class"

    @TempDir
    @Shared
    Path folder

    @Shared
    @AutoCleanup
    LocalDynamo dynamo

    def setupSpec() {
        dynamo = new LocalDynamo(folder)
    }

    /** The value at a path such as {@code Key.a.S}; a 0 is the only element of a list. */
    private static Object at(String path, Object value) {
        path.tokenize('.').reverse().inject(value) { inner, step -> step == '0' ? [inner] : [(step): inner] }
    }

    def '#type at #path of #operation refuses what is of another type'() {
        expect:
        texts(type).every { value, text ->
            def failure = dynamo.failure(at(path, value) as Map, operation)
            assert failure.code() == 'SerializationException'
            assert failure.text().startsWith(text)
            true
        }

        where:
        [operation, path, type] << [
            ['GetItem', 'TableName', 'String'], ['GetItem', 'Key', 'Map AttributeValue'], ['GetItem', 'Key.a', 'Value AttributeValue'],
            ['GetItem', 'Key.a.S', 'String'], ['GetItem', 'Key.a.N', 'String'], ['GetItem', 'Key.a.B', 'Blob'], ['GetItem', 'Key.a.BOOL', 'Boolean'],
            ['GetItem', 'Key.a.NULL', 'Boolean'], ['GetItem', 'Key.a.SS', 'List'], ['GetItem', 'Key.a.SS.0', 'String'], ['GetItem', 'Key.a.NS', 'List'],
            ['GetItem', 'Key.a.BS.0', 'Blob'], ['GetItem', 'Key.a.L', 'List'], ['GetItem', 'Key.a.L.0', 'Value AttributeValue'],
            ['GetItem', 'Key.a.M', 'Map AttributeValue'], ['GetItem', 'Key.a.M.b.L.0.B', 'Blob'], ['GetItem', 'AttributesToGet', 'List'],
            ['GetItem', 'AttributesToGet.0', 'String'], ['GetItem', 'ConsistentRead', 'Boolean'], ['GetItem', 'ReturnConsumedCapacity', 'String'],
            ['GetItem', 'ProjectionExpression', 'String'], ['GetItem', 'ExpressionAttributeNames', 'Map java.lang.String'],
            ['PutItem', 'Item', 'Map AttributeValue'], ['PutItem', 'Expected', 'Map ExpectedAttributeValue'], ['PutItem', 'Expected.a', 'Value ExpectedAttributeValue'],
            ['PutItem', 'Expected.a.Exists', 'Boolean'], ['PutItem', 'Expected.a.Value', 'Field AttributeValue'], ['PutItem', 'ConditionExpression', 'String'],
            ['PutItem', 'ExpressionAttributeValues', 'Map AttributeValue'], ['PutItem', 'ReturnValues', 'String'],
            ['UpdateItem', 'AttributeUpdates', 'Map AttributeValueUpdate'], ['UpdateItem', 'AttributeUpdates.a', 'Value AttributeValueUpdate'],
            ['UpdateItem', 'AttributeUpdates.a.Value', 'Field AttributeValue'], ['UpdateItem', 'UpdateExpression', 'String'],
            ['DeleteItem', 'Key', 'Map AttributeValue'], ['DeleteItem', 'ReturnItemCollectionMetrics', 'String'],
            ['Query', 'Limit', 'Integer'], ['Query', 'KeyConditions', 'Map Condition'], ['Query', 'KeyConditions.a.AttributeValueList', 'List'],
            ['Query', 'KeyConditions.a.AttributeValueList.0', 'Value AttributeValue'], ['Query', 'ScanIndexForward', 'Boolean'], ['Query', 'Select', 'String'],
            ['Query', 'ExclusiveStartKey', 'Map AttributeValue'], ['Scan', 'Segment', 'Integer'], ['Scan', 'TotalSegments', 'Integer'], ['Scan', 'ScanFilter', 'Map Condition'],
            ['BatchGetItem', 'RequestItems', 'Map KeysAndAttributes'], ['BatchGetItem', 'RequestItems.abc', 'Value KeysAndAttributes'],
            ['BatchGetItem', 'RequestItems.abc.Keys', 'List'], ['BatchGetItem', 'RequestItems.abc.Keys.0', 'Element Map AttributeValue'],
            ['BatchWriteItem', 'RequestItems', 'Map java.util.List<com.amazonaws.dynamodb.v20120810.WriteRequest>'],
            ['BatchWriteItem', 'RequestItems.abc', 'Element List'], ['BatchWriteItem', 'RequestItems.abc.0', 'Value WriteRequest'],
            ['BatchWriteItem', 'RequestItems.abc.0.PutRequest', 'Field PutRequest'], ['BatchWriteItem', 'RequestItems.abc.0.DeleteRequest.Key', 'Map AttributeValue'],
            ['TransactWriteItems', 'TransactItems', 'List'], ['TransactWriteItems', 'TransactItems.0', 'Value TransactWriteItem'],
            ['TransactWriteItems', 'TransactItems.0.Put', 'Field Put'], ['TransactWriteItems', 'ClientRequestToken', 'String'],
            ['CreateTable', 'KeySchema', 'List'], ['CreateTable', 'KeySchema.0', 'Value KeySchemaElement'], ['CreateTable', 'ProvisionedThroughput', 'Field ProvisionedThroughput'],
            ['CreateTable', 'ProvisionedThroughput.ReadCapacityUnits', 'Long'], ['CreateTable', 'GlobalSecondaryIndexes.0', 'Value GlobalSecondaryIndex'],
            ['CreateTable', 'LocalSecondaryIndexes.0.Projection', 'Field Projection'], ['UpdateTable', 'GlobalSecondaryIndexUpdates.0.Create', 'Field CreateGlobalSecondaryIndexAction'],
            ['ListTables', 'Limit', 'Integer'], ['ListTables', 'ExclusiveStartTableName', 'String'], ['TagResource', 'Tags.0', 'Value Tag'], ['UntagResource', 'TagKeys', 'List']
        ]
    }

    private static List texts(String type) {
        def structure = 'Start of structure or map found where not expected'
        def parts = type.tokenize(' ')
        def shape = { it.contains('.') ? it : 'com.amazonaws.dynamodb.v20120810.' + it }
        def scalars = { String text -> ['23', true, 23, 34.56].collect { [it, text] } }
        switch (parts[0]) {
            case 'String': return [[true, 'TRUE_VALUE cannot be converted to String'], [false, 'FALSE_VALUE'], [23, 'NUMBER_VALUE'], [34.56, 'DECIMAL_VALUE'],
                [[], 'Unrecognized collection type class java.lang.String'], [[:], structure]]
            case 'Boolean': return [['23', 'Unexpected token received from parser'], [23, 'NUMBER_VALUE cannot be converted to Boolean'], [34.56, 'DECIMAL_VALUE'],
                [[], 'Unrecognized collection type class java.lang.Boolean'], [[:], structure]]
            case 'Integer': case 'Long': return [['23', 'STRING_VALUE cannot be converted to ' + type], [true, 'TRUE_VALUE'], [[], 'Unrecognized collection type class java.lang.' + type], [[:], structure]]
            case 'Blob': return scalars('only base-64-encoded strings').drop(1) + [['23456', 'Base64 encoded length is expected a multiple of 4 bytes but found: 5'],
                ['=+/=', 'Invalid last non-pad Base64 character dectected'], ['+/+=', 'Invalid last non-pad Base64 character dectected'],
                [[], 'Unrecognized collection type class java.nio.ByteBuffer'], [[:], structure]]
            case 'List': return scalars('Unexpected field type') + [[[:], structure]]
            case 'Map': return scalars('Unexpected field type') + [[[], "Unrecognized collection type java.util.Map<java.lang.String, ${shape(parts[1])}>".toString()]]
            case 'Element': return scalars(CAST)
            case 'Field': return scalars('Unexpected field type') + [[[], 'Unrecognized collection type class ' + shape(parts[1])]]
            default: return scalars('Unexpected value type in payload') + [[[], 'Unrecognized collection type class ' + shape(parts[1])]]
        }
    }

    def '#operation of #input breaks the rule #rule'() {
        expect:
        dynamo.refusal(input, operation).contains(rule)

        where:
        operation            | input                                                                     || rule
        'GetItem'            | [TableName: 'a;']                                                          || "3 validation errors detected: Value 'a;' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; Value 'a;' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3; Value null at 'key'"
        'GetItem'            | [TableName: 'a' * 256, Key: [:]]                                           || 'Member must have length less than or equal to 255'
        'GetItem'            | [TableName: 'abc', Key: [:], AttributesToGet: []]                          || "Value '[]' at 'attributesToGet' failed to satisfy constraint: Member must have length greater than or equal to 1"
        'Query'              | [TableName: 'abc', Limit: 0, Select: 'ALL']                                || '2 validation errors detected: '
        'Scan'               | [TableName: 'abc', TotalSegments: 1_000_001]                               || "Value '1000001' at 'totalSegments' failed to satisfy constraint: Member must have value less than or equal to 1000000"
        'Scan'               | [TableName: 'abc', Segment: -1]                                            || "Value '-1' at 'segment' failed to satisfy constraint: Member must have value greater than or equal to 0"
        'Query'              | [TableName: 'abc', KeyConditions: [a: [:]]]                                || "Value null at 'keyConditions.a.member.comparisonOperator' failed to satisfy constraint: Member must not be null"
        'BatchGetItem'       | [RequestItems: [a: [Keys: []]]]                                            || "Value '[]' at 'requestItems.a.member.keys' failed to satisfy constraint: Member must have length greater than or equal to 1"
        'BatchGetItem'       | [RequestItems: ['a;': [Keys: [[:]]]]]                                      || 'Map keys must satisfy constraint: [Member must have length less than or equal to 255, Member must have length greater than or equal to 3, Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]'
        'BatchWriteItem'     | [RequestItems: [abc: []]]                                                  || 'Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]'
        'BatchWriteItem'     | [RequestItems: [abc: [[PutRequest: [:]]]]]                                 || "Value null at 'requestItems.abc.member.1.member.putRequest.item' failed to satisfy constraint: Member must not be null"
        'CreateTable'        | [:]                                                                        || "The parameter 'TableName' is required but was not present in the request"
        'CreateTable'        | [TableName: 'ab']                                                          || 'TableName must be at least 3 characters long and at most 255 characters long'
        'CreateTable'        | [TableName: 'abc', KeySchema: [[KeyType: 'X']], AttributeDefinitions: [[AttributeName: 'a', AttributeType: 'SS']]] || "Value 'SS' at 'attributeDefinitions.1.member.attributeType' failed to satisfy constraint: Member must satisfy enum value set: [B, N, S]; Value null at 'keySchema.1.member.attributeName'"
        'CreateTable'        | [TableName: 'abc', ProvisionedThroughput: [ReadCapacityUnits: 0]]          || "Value '0' at 'provisionedThroughput.readCapacityUnits' failed to satisfy constraint: Member must have value greater than or equal to 1"
        'CreateTable'        | [TableName: 'abc', GlobalSecondaryIndexes: (1..6).collect { [:] }]         || '10 validation errors detected: '
        'UpdateTable'        | [TableName: 'abc', GlobalSecondaryIndexUpdates: [[Update: [:]]]]           || "Value null at 'globalSecondaryIndexUpdates.1.member.update.indexName'"
        'ListTables'         | [Limit: 101]                                                               || 'Member must have value less than or equal to 100'
        'TransactWriteItems' | [TransactItems: []]                                                        || "Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1"
        'TransactWriteItems' | [TransactItems: [[Update: [TableName: 'abc', Key: [:]]]]]                  || "Value null at 'transactItems.1.member.update.updateExpression'"
        'TagResource'        | [:]                                                                        || 'Invalid TableArn'
        'TagResource'        | [ResourceArn: '']                                                          || 'is not authorized to perform: dynamodb:TagResource on resource: *'
        'UntagResource'      | [ResourceArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/abc']         || "Value null at 'tagKeys' failed to satisfy constraint: Member must not be null"
        'UpdateTimeToLive'   | [TableName: 'abc']                                                         || "Value null at 'timeToLiveSpecification'"
    }
}
