package sst.local.conformance

import java.lang.reflect.InvocationTargetException
import java.time.Instant
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider
import software.amazon.awssdk.awscore.exception.AwsServiceException
import software.amazon.awssdk.core.SdkBytes
import software.amazon.awssdk.core.SdkField
import software.amazon.awssdk.core.SdkPojo
import software.amazon.awssdk.core.protocol.MarshallingType
import software.amazon.awssdk.core.sync.RequestBody
import software.amazon.awssdk.core.traits.ListTrait
import software.amazon.awssdk.core.traits.MapTrait
import software.amazon.awssdk.core.util.SdkAutoConstructList
import software.amazon.awssdk.core.util.SdkAutoConstructMap
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient
import software.amazon.awssdk.regions.Region

/** The AWS SDK for Java, by the fields that its requests declare. */
class JavaDriver implements Driver {
    private static final Map<String, String> CLIENTS = [
        sts: 'sts.Sts', s3: 's3.S3', ssm: 'ssm.Ssm', logs: 'cloudwatchlogs.CloudWatchLogs', iam: 'iam.Iam', lambda: 'lambda.Lambda',
        dynamodb: 'dynamodb.DynamoDb', dynamodbstreams: 'dynamodb.streams.DynamoDbStreams', sqs: 'sqs.Sqs', sns: 'sns.Sns',
        cloudfront: 'cloudfront.CloudFront', secretsmanager: 'secretsmanager.SecretsManager',
        events: 'eventbridge.EventBridge', kinesis: 'kinesis.Kinesis', cloudformation: 'cloudformation.CloudFormation'
    ]

    private final String endpoint
    private final Map<String, Object> clients = [:]

    /** Whether the class path has a client for that service. */
    static boolean knows(String service) {
        CLIENTS.containsKey(service)
    }

    JavaDriver(String endpoint) {
        this.endpoint = endpoint
    }

    @Override
    Driver.Answer call(String service, String operation, Map<String, Object> input) {
        def client = clients.computeIfAbsent(service) { make(it) }
        def type = Class.forName('software.amazon.awssdk.services.' + CLIENTS[service].tokenize('.')[0] + ".model.${operation}Request")
        def request = filled(type.getMethod('builder').invoke(null), input - (service == 's3' ? [Body: input.Body] : [:]))
        try {
            Driver.Answer.of(send(client, operation, request, input))
        } catch (InvocationTargetException | AwsServiceException thrown) {
            def error = thrown instanceof InvocationTargetException ? thrown.cause : thrown
            if (!(error instanceof AwsServiceException)) {
                throw error
            }
            Driver.Answer.failed(error.awsErrorDetails()?.errorCode(), error.awsErrorDetails()?.errorMessage())
        }
    }

    private static Map<String, Object> send(Object client, String operation, Object request, Map<String, Object> input) {
        def name = operation[0].toLowerCase() + operation.substring(1)
        if (operation == 'GetObject') {
            def answer = client.getObjectAsBytes(request)
            return map(answer.response()) + [Body: answer.asUtf8String()]
        }
        map(input.containsKey('Body') ? client."$name"(request, RequestBody.fromString(input.Body as String)) : client."$name"(request))
    }

    private Object make(String service) {
        def builder = Class.forName('software.amazon.awssdk.services.' + CLIENTS[service] + 'Client').getMethod('builder').invoke(null)
        builder.endpointOverride(URI.create(endpoint)).region(service == 'cloudfront' ? Region.AWS_GLOBAL : Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create('local', 'local')))
                .httpClient(UrlConnectionHttpClient.create()).build()
    }

    private static Object filled(Object builder, Map<String, Object> input) {
        def known = (builder as SdkPojo).sdkFields().collectEntries { [it.locationName(), it] } +
                (builder as SdkPojo).sdkFields().collectEntries { [it.memberName(), it] }
        input.each { name, value ->
            assert known[name]: "no member $name"
            (known[name] as SdkField).set(builder, converted(known[name] as SdkField, value))
        }
        builder.build()
    }

    private static Object converted(SdkField field, Object given) {
        switch (field.marshallingType()) {
            case MarshallingType.SDK_POJO: return filled(field.constructor().get(), given as Map)
            case MarshallingType.LIST: return (given as List).collect { converted(field.getTrait(ListTrait).memberFieldInfo(), it) }
            case MarshallingType.MAP: return (given as Map).collectEntries { key, inner -> [(key): converted(field.getTrait(MapTrait).valueFieldInfo(), inner)] }
            case MarshallingType.SDK_BYTES: return SdkBytes.fromUtf8String(given as String)
            case MarshallingType.LONG: return given as Long
            case MarshallingType.INSTANT: return Instant.ofEpochSecond(given as Long)
            default: return given
        }
    }

    private static Map<String, Object> map(SdkPojo pojo) {
        Map<String, Object> all = [:]
        pojo.sdkFields().each { SdkField field ->
            def value = field.getValueOrDefault(pojo)
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                all[field.memberName()] = plain(value)
            }
        }
        all
    }

    private static Object plain(Object value) {
        if (value instanceof SdkPojo) {
            return map(value)
        }
        if (value instanceof List) {
            return value.collect { plain(it) }
        }
        if (value instanceof Map) {
            return value.collectEntries { key, inner -> [(key.toString()): plain(inner)] }
        }
        value instanceof SdkBytes ? value.asUtf8String() : value
    }

    /** @return a driver for a local cloud, whose Kinesis does not speak CBOR */
    static JavaDriver of(String endpoint) {
        System.setProperty('aws.cborEnabled', 'false')
        new JavaDriver(endpoint)
    }

    @Override
    void close() {
        clients.values()*.close()
    }
}
