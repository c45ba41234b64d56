package sst.scripts.call

import com.sun.net.httpserver.HttpServer
import software.amazon.awssdk.core.SdkBytes
import software.amazon.awssdk.core.sync.RequestBody
import software.amazon.awssdk.services.dynamodb.DynamoDbClient
import software.amazon.awssdk.services.dynamodb.model.AttributeValue
import software.amazon.awssdk.services.eventbridge.EventBridgeClient
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry
import software.amazon.awssdk.services.lambda.LambdaClient
import software.amazon.awssdk.services.s3.S3Client
import software.amazon.awssdk.services.sns.SnsClient
import software.amazon.awssdk.services.sqs.SqsClient
import software.amazon.awssdk.services.ssm.SsmClient
import spock.lang.AutoCleanup
import spock.lang.Specification
import sst.scripts.stage.StageSite

class ClientsSpec extends Specification {

    @AutoCleanup('stop')
    Server server = new Server()

    List<ShownWrite> shown = []

    static final Map<String, Closure> WRITES = [
        PutItem: { Clients c -> c.get(DynamoDbClient, DynamoDbClient::builder).putItem { it.tableName('t').item(id: AttributeValue.fromS('1')) } },
        PutObject: { Clients c -> s3(c).putObject({ it.bucket('b').key('k') }, RequestBody.fromString('x')) },
        DeleteObjects: { Clients c -> s3(c).deleteObjects { it.bucket('b').delete { d -> d.objects({ o -> o.key('k') }) } } },
        SendMessage: { Clients c -> c.get(SqsClient) { SqsClient.builder().checksumValidationEnabled(false) }.sendMessage { it.queueUrl('http://127.0.0.1:1/0/q').messageBody('m') } },
        Publish: { Clients c -> c.get(SnsClient, SnsClient::builder).publish { it.topicArn('arn:aws:sns:us-east-1:1:t').message('m') } },
        Invoke: { Clients c -> c.get(LambdaClient, LambdaClient::builder).invoke { it.functionName('f').payload(SdkBytes.fromUtf8String('{}')) } },
        PutParameter: { Clients c -> c.get(SsmClient, SsmClient::builder).putParameter { it.name('/p').value('v') } },
        PutEvents: { Clients c -> c.get(EventBridgeClient, EventBridgeClient::builder).putEvents { it.entries(PutEventsRequestEntry.builder().detail('{}').build()) } },
    ]

    def 'a dry run shows #operation, sends nothing and goes on'() {
        when:
        clients(Writes.SHOW).withCloseable { WRITES[operation](it) }

        then:
        shown*.operation() == [operation]
        server.calls == 0

        where:
        operation << WRITES.keySet()
    }

    def 'a script that only reads is refused #operation before it is sent'() {
        when:
        clients(Writes.REFUSE).withCloseable { WRITES[operation](it) }

        then:
        def refused = thrown(WriteRefused)
        refused.message.startsWith("$operation changes something")
        server.calls == 0

        where:
        operation << WRITES.keySet()
    }

    def 'reads go through with #writes'() {
        when:
        def names = clients(writes).withCloseable { it.get(DynamoDbClient, DynamoDbClient::builder).listTables().tableNames() }

        then:
        names == ['t']
        server.calls == 1
        shown.empty

        where:
        writes << Writes.values().toList()
    }

    def 'a shown write names what and where'() {
        when:
        clients(Writes.SHOW).withCloseable { WRITES.PutItem(it) }

        then:
        shown[0].toString() == ' PutItem  t  Item: {id: 1}'
    }

    def 'a long write is cut to a line'() {
        when:
        clients(Writes.SHOW).withCloseable { c ->
            c.get(SsmClient, SsmClient::builder).putParameter { it.name('/p').value('v\n' * 500) }
        }

        then:
        shown[0].target() == '/p'
        shown[0].detail().length() == 160
        !shown[0].toString().contains('\n')
    }

    def '#name is a read: #read'() {
        expect:
        new Operation('Any', name).isRead() == read

        where:
        name                 || read
        'GetItem'            || true
        'BatchGetItem'       || true
        'TransactGetItems'   || true
        'ListObjectsV2'      || true
        'FilterLogEvents'    || true
        'BatchWriteItem'     || false
        'ExecuteStatement'   || false
        'ReceiveMessage'     || false
        'SomethingNew'       || false
    }

    private Clients clients(Writes writes) {
        new Clients(new StageSite('notes', 'dev', 'us-east-1', server.endpoint, null), writes, shown::add)
    }

    private static S3Client s3(Clients clients) {
        clients.get(S3Client) { S3Client.builder().forcePathStyle(true) }
    }

    /** Counts calls; answers as DynamoDB lists tables. */
    private static final class Server {

        final HttpServer http = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
        volatile int calls

        Server() {
            http.createContext('/') { exchange ->
                calls++
                def reply = '{"TableNames":["t"]}'.bytes
                exchange.responseHeaders.add('Content-Type', 'application/x-amz-json-1.0')
                exchange.sendResponseHeaders(200, reply.length)
                exchange.responseBody.withCloseable { it.write(reply) }
            }
            http.start()
        }

        String getEndpoint() {
            "http://127.0.0.1:$http.address.port"
        }

        void stop() {
            http.stop(0)
        }
    }
}
