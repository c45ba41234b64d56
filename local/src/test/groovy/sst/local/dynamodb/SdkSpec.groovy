package sst.local.dynamodb

import java.nio.file.Path
import java.time.Clock
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider
import software.amazon.awssdk.core.SdkBytes
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient
import software.amazon.awssdk.regions.Region
import software.amazon.awssdk.services.dynamodb.DynamoDbClient
import software.amazon.awssdk.services.dynamodb.model.AttributeValue
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException
import software.amazon.awssdk.services.dynamodb.model.KeyType
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.CloudSettings
import sst.local.LocalCloud

class SdkSpec extends Specification {
    @TempDir
    @Shared
    Path folder

    @Shared
    @AutoCleanup
    LocalCloud cloud

    @Shared
    @AutoCleanup
    DynamoDbClient client

    def setupSpec() {
        cloud = LocalCloud.start(new CloudSettings(folder, 0), Clock.systemUTC())
        client = DynamoDbClient.builder()
                .endpointOverride(URI.create(cloud.endpoint()))
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create('test', 'test')))
                .httpClient(UrlConnectionHttpClient.create())
                .build()
        client.createTable { table ->
            table.tableName('notes').billingMode('PAY_PER_REQUEST')
                    .keySchema({ it.attributeName('pk').keyType(KeyType.HASH) }, { it.attributeName('sk').keyType(KeyType.RANGE) })
                    .attributeDefinitions({ it.attributeName('pk').attributeType(ScalarAttributeType.S) },
                            { it.attributeName('sk').attributeType(ScalarAttributeType.N) })
        }
        client.waiter().waitUntilTableExists { it.tableName('notes') }
    }

    private static AttributeValue s(String text) {
        AttributeValue.fromS(text)
    }

    private static AttributeValue n(int number) {
        AttributeValue.fromN("$number")
    }

    def 'the SDK writes and reads every type'() {
        given:
        def item = [pk: s('types'), sk: n(1), b: AttributeValue.fromB(SdkBytes.fromByteArray([1, 2] as byte[])),
                    t: AttributeValue.fromBool(true), z: AttributeValue.fromNul(true), ss: AttributeValue.fromSs(['a', 'é']),
                    l: AttributeValue.fromL([s('x'), n(2)]), m: AttributeValue.fromM([k: s('v')])]

        when:
        client.putItem { it.tableName('notes').item(item) }

        then:
        client.getItem { it.tableName('notes').key([pk: s('types'), sk: n(1)]) }.item() == item
        !client.getItem { it.tableName('notes').key([pk: s('none'), sk: n(1)]) }.hasItem()
        client.describeTable { it.tableName('notes') }.table().tableArn() ==
                'arn:aws:dynamodb:eu-west-1:000000000000:table/notes'
    }

    def 'the SDK pages through a query'() {
        given:
        (1..60).collate(20).each { part ->
            client.batchWriteItem {
                it.requestItems([notes: part.collect { i ->
                    software.amazon.awssdk.services.dynamodb.model.WriteRequest.builder()
                            .putRequest { put -> put.item([pk: s('many'), sk: n(i)]) }.build()
                }])
            }
        }

        expect:
        client.queryPaginator {
            it.tableName('notes').keyConditionExpression('pk = :p').expressionAttributeValues([':p': s('many')]).limit(7)
        }.items()*.get('sk')*.n() == (1..60)*.toString()
        client.scanPaginator { it.tableName('notes').limit(11) }.items().count { it.pk == s('many') } == 60
    }

    def 'the SDK sees errors as their own types'() {
        given:
        client.putItem { it.tableName('notes').item([pk: s('taken'), sk: n(1), v: s('old')]) }
        def key = [pk: s('taken'), sk: n(1)]

        when:
        client.putItem {
            it.tableName('notes').item(key).conditionExpression('attribute_not_exists(pk)')
                    .returnValuesOnConditionCheckFailure('ALL_OLD')
        }

        then:
        def failed = thrown(ConditionalCheckFailedException)
        failed.item().v == s('old')

        when:
        client.transactWriteItems {
            it.transactItems({ w -> w.conditionCheck { c -> c.tableName('notes').key(key).conditionExpression('attribute_not_exists(pk)') } },
                    { w -> w.put { p -> p.tableName('notes').item([pk: s('not'), sk: n(1)]) } })
        }

        then:
        def cancelled = thrown(TransactionCanceledException)
        cancelled.cancellationReasons()*.code() == ['ConditionalCheckFailed', 'None']

        when:
        client.getItem { it.tableName('nowhere').key(key) }

        then:
        thrown(ResourceNotFoundException)

        when:
        client.updateItem { it.tableName('notes').key(key).updateExpression('SET name = v') }

        then:
        def invalid = thrown(DynamoDbException)
        invalid.awsErrorDetails().errorCode() == 'ValidationException'
        invalid.awsErrorDetails().errorMessage() ==
                'Invalid UpdateExpression: Attribute name is a reserved keyword; reserved keyword: name'

        when:
        client.createBackup { it.tableName('notes').backupName('copy') }

        then:
        def refused = thrown(DynamoDbException)
        refused.message.contains('dynamodb:CreateBackup')
    }
}
