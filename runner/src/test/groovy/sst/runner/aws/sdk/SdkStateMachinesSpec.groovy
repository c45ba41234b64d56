package sst.runner.aws.sdk

import com.sun.net.httpserver.HttpServer
import java.util.concurrent.ConcurrentLinkedQueue
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider
import spock.lang.Specification
import sst.runner.aws.AwsFailure
import sst.runner.aws.account.Target

/** Step Functions' answers as its documentation shows them, from a server of our own. */
class SdkStateMachinesSpec extends Specification {
    def asked = new ConcurrentLinkedQueue<Map>()
    int status = 200
    String answer = '{"updateDate":1.7E9}'
    def server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
    SdkAws aws

    def setup() {
        server.createContext('/') { exchange ->
            asked << [operation: exchange.requestHeaders.getFirst('X-Amz-Target'), type: exchange.requestHeaders.getFirst('Content-Type'),
                      body: exchange.requestBody.text, auth: exchange.requestHeaders.getFirst('Authorization')]
            exchange.sendResponseHeaders(status, answer.bytes.length)
            exchange.responseBody.withCloseable { it << answer.bytes }
        }
        server.start()
        def target = new Target('eu-west-1', null, "http://127.0.0.1:${server.address.port}")
        aws = new SdkAws(new Clients(target, StaticCredentialsProvider.create(AwsBasicCredentials.create('AKID', 'secret'))), { })
    }

    def cleanup() {
        aws.close()
        server.stop(0)
    }

    def "a definition is put by a signed call of the protocol's version 1.0"() {
        when:
        aws.stateMachines().define('arn:aws:states:eu-west-1:111122223333:stateMachine:Steps', '{}')

        then:
        asked[0].operation == 'AWSStepFunctions.UpdateStateMachine'
        asked[0].type == 'application/x-amz-json-1.0'
        asked[0].body == '{"stateMachineArn":"arn:aws:states:eu-west-1:111122223333:stateMachine:Steps","definition":"{}"}'
        asked[0].auth.contains('/eu-west-1/states/aws4_request')
    }

    def "a definition that is refused fails with the reason"() {
        given:
        status = 400
        answer = '{"__type":"com.amazonaws.states#InvalidDefinition","message":"Invalid State Machine Definition"}'

        when:
        aws.stateMachines().define('arn', '{}')

        then:
        def failure = thrown(AwsFailure)
        failure.code() == 'InvalidDefinition'
        failure.reason() == 'Invalid State Machine Definition'
    }
}
