package sst.local.conformance

import com.fasterxml.jackson.databind.ObjectMapper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Path
import java.time.Clock
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions
import spock.util.environment.RestoreSystemProperties
import sst.local.CloudSettings
import sst.local.CloudSpec
import sst.local.LocalCloud

/**
 * The same calls by clients that we did not write. The SDK for JavaScript takes every scenario, that for Java those of the
 * services whose client is on a repository at this version, which four are not; the CLI, slow to start, takes four services' and with
 * {@code -Dsst.conformance=all} all.
 */
class ConformanceSpec extends Specification {
    private static final boolean ALL = System.getProperty('sst.conformance') == 'all'
    private static final List<String> BY_CLI = ALL ? Scenarios.ALL.keySet() as List : ['sts', 'apigatewayv2', 'secretsmanager', 'scheduler']

    @TempDir
    @Shared
    Path folder

    @Shared
    @AutoCleanup
    LocalCloud cloud

    def setupSpec() {
        cloud = LocalCloud.start(new CloudSettings(folder.resolve('state'), 0), Clock.systemUTC())
        put('/conform-code', new byte[0])
        put('/conform-code/code.zip', CloudSpec.zip('index.mjs', 'export const handler = async ({ n }) => { if (!n) throw new Error("no"); return 2 * n }'))
        dynamo('CreateTable', [TableName: 'conform-streamed', BillingMode: 'PAY_PER_REQUEST', KeySchema: [[AttributeName: 'id', KeyType: 'HASH']],
            AttributeDefinitions: [[AttributeName: 'id', AttributeType: 'S']], StreamSpecification: [StreamEnabled: true, StreamViewType: 'NEW_IMAGE']])
        dynamo('PutItem', [TableName: 'conform-streamed', Item: [id: [S: 'one']]])
        site()
    }

    /** Distributions are made by templates alone. */
    private void site() {
        def template = [Resources: [Site: [Type: 'AWS::CloudFront::Distribution', Properties: [DistributionConfig: [Enabled: true, DefaultRootObject: 'index.html',
            Origins: [[Id: 'files', DomainName: 'conform-code.s3.us-east-1.amazonaws.com', S3OriginConfig: [:]]],
            DefaultCacheBehavior: [TargetOriginId: 'files', ViewerProtocolPolicy: 'redirect-to-https']]]]]]
        form([Action: 'CreateStack', StackName: 'conform-site', TemplateBody: new ObjectMapper().writeValueAsString(template)])
        new PollingConditions(timeout: 120, delay: 0.2).eventually {
            assert form([Action: 'DescribeStacks', StackName: 'conform-site']).contains('<StackStatus>CREATE_COMPLETE</StackStatus>')
        }
    }

    private String form(Map<String, String> fields) {
        send(HttpRequest.newBuilder(URI.create(cloud.endpoint())).header('Content-Type', 'application/x-www-form-urlencoded')
                .POST(HttpRequest.BodyPublishers.ofString(fields.collect { name, value -> name + '=' + URLEncoder.encode(value, 'UTF-8') }.join('&'))))
    }

    private void put(String path, byte[] body) {
        send(HttpRequest.newBuilder(URI.create(cloud.endpoint() + path)).PUT(HttpRequest.BodyPublishers.ofByteArray(body)))
    }

    private void dynamo(String operation, Map input) {
        send(HttpRequest.newBuilder(URI.create(cloud.endpoint())).header('X-Amz-Target', "DynamoDB_20120810.$operation")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new ObjectMapper().writeValueAsBytes(input))))
    }

    private static String send(HttpRequest.Builder request) {
        def response = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString())
        assert response.statusCode() == 200: response.body()
        response.body()
    }

    @RestoreSystemProperties
    def 'the SDK for Java finds #service as AWS has it'() {
        given:
        def driver = JavaDriver.of(cloud.endpoint())

        expect:
        run(driver, service)

        cleanup:
        driver.close()

        where:
        service << Scenarios.ALL.keySet().findAll { JavaDriver.knows(it) }
    }

    @Requires({ sst.local.conformance.CliDriver.isThere() })
    def 'the AWS CLI finds #service as AWS has it'() {
        given:
        def driver = new CliDriver(cloud.endpoint(), folder)

        expect:
        run(driver, service)

        cleanup:
        driver?.close()

        where:
        service << BY_CLI
    }

    @Requires({ sst.local.conformance.NodeDriver.isThere() })
    def 'the SDK for JavaScript finds #service as AWS has it'() {
        given:
        def driver = new NodeDriver(cloud.endpoint())

        expect:
        run(driver, service)

        cleanup:
        driver?.close()

        where:
        service << Scenarios.ALL.keySet()
    }

    private static boolean run(Driver driver, String service) {
        Map<String, Object> kept = [now: System.currentTimeMillis()]
        (Scenarios.ALL[service] + (Refusals.ALL[service] ?: [])).each { step ->
            def answer = driver.call(service, step.operation(), filled(step.input(), kept) as Map)
            def where = "$service $step -> $answer"
            if (step.expected().error) {
                assert answer.code() in (step.expected().error as String).tokenize('|'): where
                assert step.expected().text == '' || (step.expected().text as String).tokenize('|').any { answer.text().contains(it) }: where
            } else {
                assert answer.code() == '': where
                step.expected().each { path, value -> assert same(at(answer.output(), path), filled(value, kept)): "$path of $where" }
            }
            step.kept().each { name, path ->
                kept[name] = at(answer.output(), path)
                assert kept[name]: "$path of $where"
            }
        }
        true
    }

    private static boolean same(Object one, Object two) {
        one instanceof Number && two instanceof Number ? one.doubleValue() == two.doubleValue() : one == two
    }

    private static Object filled(Object input, Map kept) {
        if (input instanceof Map) {
            return input.collectEntries { key, value -> [(key.toString()): filled(value, kept)] }
        }
        if (input instanceof List) {
            return input.collect { filled(it, kept) }
        }
        input instanceof String && input.startsWith('@') ? kept[input.substring(1)] : input
    }

    private static Object at(Object answer, String path) {
        path.tokenize('.').inject(answer) { inner, step ->
            step == '#' ? (inner?.size() ?: 0) : inner instanceof List ? inner[step as int] : inner?.get(step)
        }
    }
}
