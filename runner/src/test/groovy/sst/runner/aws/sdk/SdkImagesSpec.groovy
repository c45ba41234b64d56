package sst.runner.aws.sdk

import com.sun.net.httpserver.HttpServer
import java.util.concurrent.ConcurrentLinkedQueue
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider
import spock.lang.Specification
import sst.runner.aws.AwsFailure
import sst.runner.aws.account.Target

/** ECR's answers as its documentation shows them, from a server of our own. */
class SdkImagesSpec extends Specification {
    def asked = new ConcurrentLinkedQueue<Map>()
    Map<String, List> answers = [:]
    def server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
    SdkImages images

    def setup() {
        server.createContext('/') { exchange ->
            String operation = exchange.requestHeaders.getFirst('X-Amz-Target')
            asked << [operation: operation, body: exchange.requestBody.text, auth: exchange.requestHeaders.getFirst('Authorization')]
            def (int status, String text) = answers[operation.tokenize('.')[1]]
            byte[] bytes = text.bytes
            exchange.sendResponseHeaders(status, bytes.length)
            exchange.responseBody.withCloseable { it << bytes }
        }
        server.start()
        def target = new Target('eu-west-1', null, "http://127.0.0.1:${server.address.port}")
        images = SdkImages.of(new Clients(target, StaticCredentialsProvider.create(AwsBasicCredentials.create('AKID', 'secret'))))
    }

    def cleanup() {
        server.stop(0)
    }

    def "an image is looked for by its tag, in a signed call"() {
        given:
        answers.DescribeImages = [200, '{"imageDetails":[{"imageTags":["abc"]}]}']

        expect:
        images.has('repo', 'abc')
        asked[0].operation == 'AmazonEC2ContainerRegistry_V20150921.DescribeImages'
        asked[0].body == '{"repositoryName":"repo","imageIds":[{"imageTag":"abc"}]}'
        asked[0].auth.startsWith('AWS4-HMAC-SHA256 Credential=AKID/')
        asked[0].auth.contains('/eu-west-1/ecr/aws4_request')
    }

    def "an image that is not there is none, any other refusal is a failure"() {
        when:
        answers.DescribeImages = [400, '{"__type":"com.amazonaws.ecr#ImageNotFoundException","message":"no"}']

        then:
        !images.has('repo', 'abc')

        when:
        answers.DescribeImages = [status, """{"__type":"$code","message":"words"}"""]
        images.has('repo', 'abc')

        then:
        def failure = thrown(AwsFailure)
        failure.kind() == kind
        failure.reason() == 'words'

        where:
        status | code                          || kind
        400    | 'RepositoryNotFoundException' || AwsFailure.Kind.REFUSED
        400    | 'ThrottlingException'         || AwsFailure.Kind.THROTTLED
        400    | 'ExpiredTokenException'       || AwsFailure.Kind.CREDENTIALS_EXPIRED
        500    | 'ServerException'             || AwsFailure.Kind.UNREACHABLE
    }

    def "a login is taken apart and does not show its password"() {
        given:
        answers.GetAuthorizationToken = [200, """{"authorizationData":[{"authorizationToken":"${'AWS:pass:word'.bytes.encodeBase64()}",
            "proxyEndpoint":"https://1.dkr.ecr.eu-west-1.amazonaws.com"}]}"""]

        when:
        def login = images.login()

        then:
        [login.registry(), login.user(), login.password()] == ['1.dkr.ecr.eu-west-1.amazonaws.com', 'AWS', 'pass:word']
        !login.toString().contains('word')
    }
}
