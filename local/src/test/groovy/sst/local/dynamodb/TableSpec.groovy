package sst.local.dynamodb

import com.fasterxml.jackson.databind.node.ObjectNode
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.cfn.resource.ResourceFailure
import sst.local.cfn.resource.ResourceRequest

class TableSpec extends Specification {
    static final String INVALID = 'One or more parameter values were invalid: '
    static final String ARN = 'arn:aws:dynamodb:us-east-1:000000000000:table/t-t'

    @TempDir
    Path folder

    @AutoCleanup
    LocalDynamo dynamo

    def setup() {
        dynamo = new LocalDynamo(folder)
    }

    private Map describe(String name = 't-t') {
        dynamo.call([TableName: name], 'DescribeTable').Table
    }

    private static Map create(Map more = [:]) {
        [TableName: 't-t', BillingMode: 'PAY_PER_REQUEST', KeySchema: LocalDynamo.schema(['id:S', 'r:N']),
         AttributeDefinitions: [LocalDynamo.attribute('id:S'), LocalDynamo.attribute('r:N')]] + more
    }

    private static Map index(String name, List<String> keys, Map projection = [ProjectionType: 'ALL']) {
        [IndexName: name, KeySchema: LocalDynamo.schema(keys), Projection: projection]
    }

    private ResourceRequest request(Map properties, String generated = 'stack-T-1') {
        new ResourceRequest('stack', 'T', (ObjectNode) LocalDynamo.MAPPER.valueToTree(properties), [team: 'a'], generated,
                LocalDynamo.CONTEXT)
    }

    def 'a table is made, shown, listed and deleted'() {
        expect:
        dynamo.call(create(), 'CreateTable').TableDescription.TableStatus == 'CREATING'
        describe().subMap(['TableStatus', 'TableArn', 'KeySchema', 'AttributeDefinitions', 'CreationDateTime', 'ItemCount']) == [
            TableStatus: 'ACTIVE', TableArn: ARN,
            KeySchema: [[AttributeName: 'id', KeyType: 'HASH'], [AttributeName: 'r', KeyType: 'RANGE']],
            AttributeDefinitions: [[AttributeName: 'id', AttributeType: 'S'], [AttributeName: 'r', AttributeType: 'N']],
            CreationDateTime: 1767225600.0d, ItemCount: 0]
        describe().BillingModeSummary.BillingMode == 'PAY_PER_REQUEST'
        dynamo.failure(create(), 'CreateTable').code() == 'ResourceInUseException'
        dynamo.call([:], 'ListTables') == [TableNames: ['t-t']]
        dynamo.call([TableName: ARN], 'DeleteTable').TableDescription.TableStatus == 'DELETING'
        dynamo.refusal([TableName: 't-t'], 'DescribeTable') == 'Requested resource not found: Table: t-t not found'
    }

    def 'a table made again under the same name is empty'() {
        given:
        dynamo.call(create(), 'CreateTable')
        dynamo.call([TableName: 't-t', Item: [id: [S: 'a'], r: [N: '1']]], 'PutItem')
        def size = describe().TableSizeBytes

        when:
        dynamo.call([TableName: 't-t'], 'DeleteTable')
        dynamo.call(create(), 'CreateTable')

        then:
        size > 0
        describe().ItemCount == 0
        dynamo.call([TableName: 't-t'], 'Scan').Count == 0
    }

    def 'tables are listed by pages'() {
        given:
        ['ccc', 'aaa', 'bbb'].each { dynamo.call(create([TableName: it]), 'CreateTable') }

        expect:
        dynamo.call([Limit: 2], 'ListTables') == [TableNames: ['aaa', 'bbb'], LastEvaluatedTableName: 'bbb']
        dynamo.call([Limit: 2, ExclusiveStartTableName: 'bbb'], 'ListTables') == [TableNames: ['ccc']]
    }

    def 'a table that would have #more is refused: #text'() {
        expect:
        dynamo.refusal(create(more), 'CreateTable') == text

        where:
        more                                                                            || text
        [TableName: 'ab']                                                               || 'TableName must be at least 3 characters long and at most 255 characters long'
        [KeySchema: null]                                                               || "1 validation error detected: Value null at 'keySchema' failed to satisfy constraint: Member must not be null"
        [KeySchema: LocalDynamo.schema(['id:S', 'x:S'])]                                || INVALID + 'Some index key attributes are not defined in AttributeDefinitions. Keys: [id, x], AttributeDefinitions: [id, r]'
        [KeySchema: LocalDynamo.schema(['id:S'])]                                       || INVALID + 'Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions'
        [KeySchema: LocalDynamo.schema(['id:S', 'id:S'])]                               || 'Both the Hash Key and the Range Key element in the KeySchema have the same name'
        [KeySchema: [[AttributeName: 'id', KeyType: 'RANGE'], [AttributeName: 'r', KeyType: 'RANGE']]] || 'Invalid KeySchema: The first KeySchemaElement is not a HASH key type'
        [KeySchema: [[AttributeName: 'id', KeyType: 'HASH'], [AttributeName: 'r', KeyType: 'HASH']]] || 'Invalid KeySchema: The second KeySchemaElement is not a RANGE key type'
        [BillingMode: 'FREE']                                                           || "1 validation error detected: Value 'FREE' at 'billingMode' failed to satisfy constraint: Member must satisfy enum value set: [PROVISIONED, PAY_PER_REQUEST]"
        [BillingMode: 'PROVISIONED']                                                    || INVALID + 'ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED'
        [ProvisionedThroughput: [ReadCapacityUnits: 1, WriteCapacityUnits: 1]]          || INVALID + 'Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST'
        [GlobalSecondaryIndexes: []]                                                    || INVALID + 'List of GlobalSecondaryIndexes is empty'
        [LocalSecondaryIndexes: []]                                                     || INVALID + 'List of LocalSecondaryIndexes is empty'
        [GlobalSecondaryIndexes: [index('gsi', ['x:S'])]]                               || INVALID + 'Some index key attributes are not defined in AttributeDefinitions. Keys: [x], AttributeDefinitions: [id, r]'
        [GlobalSecondaryIndexes: [index('gsi', ['r:N']), index('gsi', ['r:N'])]]        || INVALID + 'Duplicate index name: gsi'
        [GlobalSecondaryIndexes: [index('gsi', ['r:N'], [ProjectionType: 'ALL', NonKeyAttributes: ['x']])]] || INVALID + 'ProjectionType is ALL, but NonKeyAttributes is specified'
        [GlobalSecondaryIndexes: [index('gsi', ['r:N'], [:])]]                          || INVALID + 'Unknown ProjectionType: null'
        [GlobalSecondaryIndexes: (1..21).collect { index("gsi$it", ['r:N']) }]          || INVALID + 'GlobalSecondaryIndex count exceeds the per-table limit of 20'
        [LocalSecondaryIndexes: [index('lsi', ['r:N', 'id:S'])]]                        || INVALID + 'Index KeySchema does not have the same leading hash key as table KeySchema for index: lsi. index hash key: r, table hash key: id'
        [LocalSecondaryIndexes: [index('lsi', ['id:S'])]]                               || INVALID + 'Index KeySchema does not have a range key for index: lsi'
        [LocalSecondaryIndexes: (1..6).collect { index("lsi$it", ['id:S', 'r:N']) }]    || INVALID + 'Number of LocalSecondaryIndexes exceeds per-table limit of 5'
    }

    def 'an index that is added later holds what the table holds, and is gone when deleted'() {
        given:
        dynamo.call(create(), 'CreateTable')
        (1..3).each { dynamo.call([TableName: 't-t', Item: [id: [S: "i$it"], r: [N: '1'], g: [S: 'x']]], 'PutItem') }
        def byG = [TableName: 't-t', IndexName: 'byG', KeyConditionExpression: 'g = :g', ExpressionAttributeValues: [':g': [S: 'x']]]

        when:
        def updated = dynamo.call([TableName: 't-t', AttributeDefinitions: [LocalDynamo.attribute('g:S')],
            GlobalSecondaryIndexUpdates: [[Create: index('byG', ['g:S'])]]], 'UpdateTable')

        then:
        updated.TableDescription.TableStatus == 'UPDATING'
        dynamo.call(byG, 'Query').Count == 3
        describe().GlobalSecondaryIndexes*.ItemCount == [3]

        when:
        dynamo.call([TableName: 't-t', GlobalSecondaryIndexUpdates: [[Delete: [IndexName: 'byG']]]], 'UpdateTable')

        then:
        dynamo.refusal(byG, 'Query') == 'The table does not have the specified index: byG'
        describe().AttributeDefinitions*.AttributeName == ['id', 'r']
    }

    def 'settings are changed, kept over a restart, and given back'() {
        given:
        dynamo.call(create([Tags: [[Key: 'a', Value: '1']]]), 'CreateTable')

        when:
        dynamo.call([TableName: 't-t', StreamSpecification: [StreamEnabled: true, StreamViewType: 'NEW_IMAGE'],
            DeletionProtectionEnabled: true], 'UpdateTable')
        dynamo.call([TableName: 't-t', TimeToLiveSpecification: [Enabled: true, AttributeName: 'ttl']], 'UpdateTimeToLive')
        dynamo.call([TableName: 't-t', PointInTimeRecoverySpecification: [PointInTimeRecoveryEnabled: true]], 'UpdateContinuousBackups')
        dynamo.call([ResourceArn: ARN, Tags: [[Key: 'b', Value: '2']]], 'TagResource')
        dynamo.call([ResourceArn: ARN, TagKeys: ['a']], 'UntagResource')
        dynamo.close()
        dynamo = new LocalDynamo(folder)

        then:
        describe().LatestStreamArn == ARN + '/stream/2026-01-01T00:00:00.000'
        dynamo.call([TableName: 't-t'], 'DescribeTimeToLive').TimeToLiveDescription == [TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl']
        dynamo.call([TableName: 't-t'], 'DescribeContinuousBackups').ContinuousBackupsDescription
                .PointInTimeRecoveryDescription.PointInTimeRecoveryStatus == 'ENABLED'
        dynamo.call([ResourceArn: ARN], 'ListTagsOfResource') == [Tags: [[Key: 'b', Value: '2']]]
        dynamo.refusal([TableName: 't-t'], 'DeleteTable') == 'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.'
        dynamo.refusal([TableName: 't-t', TimeToLiveSpecification: [Enabled: true, AttributeName: 'ttl']], 'UpdateTimeToLive') == 'TimeToLive is already enabled'
        dynamo.refusal([TableName: 't-t', StreamSpecification: [StreamEnabled: true, StreamViewType: 'NEW_IMAGE']], 'UpdateTable') == 'Table already has an enabled stream: TableName: t-t'
    }

    def 'a stack makes a table, changes it in place and deletes it'() {
        given:
        def provider = dynamo.service.providers()[0]
        def properties = create([StreamSpecification: [StreamViewType: 'NEW_IMAGE'], Tags: [[Key: 'k', Value: 'v']],
            TimeToLiveSpecification: [AttributeName: 'ttl', Enabled: 'true'], SSESpecification: [SSEEnabled: true]]) - [TableName: 't-t']

        when:
        def state = provider.create(request(properties))

        then:
        state.ref() == 'stack-T-1'
        state.attributes().Arn.textValue() == 'arn:aws:dynamodb:us-east-1:000000000000:table/stack-T-1'
        state.attributes().StreamArn.textValue().startsWith(state.attributes().Arn.textValue() + '/stream/')
        describe('stack-T-1').SSEDescription.Status == 'ENABLED'
        dynamo.call([TableName: 'stack-T-1'], 'DescribeTimeToLive').TimeToLiveDescription.AttributeName == 'ttl'
        dynamo.call([ResourceArn: state.attributes().Arn.textValue()], 'ListTagsOfResource').Tags == [[Key: 'k', Value: 'v'], [Key: 'team', Value: 'a']]

        and: 'a repeated creation is the same table, another creation of that name is refused'
        provider.create(request(properties)) == state

        when:
        dynamo.call([TableName: 'stack-T-1', Item: [id: [S: 'a'], r: [N: '1'], g: [S: 'x']]], 'PutItem')
        def grown = properties + [GlobalSecondaryIndexes: [index('byG', ['g:S'])],
            AttributeDefinitions: properties.AttributeDefinitions + LocalDynamo.attribute('g:S')]
        def after = provider.update(request(grown), state, (ObjectNode) LocalDynamo.MAPPER.valueToTree(properties))

        then:
        after == state
        describe('stack-T-1').GlobalSecondaryIndexes*.ItemCount == [1]

        when:
        provider.create(request(properties + [TableName: 'stack-T-1'], 'other'))

        then:
        def refused = thrown(ResourceFailure)
        refused.message == 'stack-T-1 already exists'

        when:
        2.times { provider.delete(request(properties), state) }

        then:
        dynamo.call([:], 'ListTables') == [TableNames: []]
    }
}
