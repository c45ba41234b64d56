package sst.local.lambda

import java.nio.file.Files
import java.time.Clock
import spock.lang.Requires
import sst.local.CloudSpec
import sst.local.sqs.MovedClock

/** What functions have beside their code, and what becomes of asynchronous invocations. */
class AfterwardsSpec extends CloudSpec {
    private final MovedClock moved = new MovedClock()

    @Override
    Clock clock() {
        moved
    }

    private static final Map SIGNED = [Authorization: 'AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=0']

    private Object lambda(String method, String path, Map body = [:]) {
        http(method, path, body, SIGNED)
    }

    private void later(String name, Map event) {
        send('POST', "/2015-03-31/functions/$name/invocations", JSON.writeValueAsString(event), SIGNED + ['X-Amz-Invocation-Type': 'Event'])
    }

    private Object invoke(String name, Map event = [:]) {
        lambda('POST', "/2015-03-31/functions/$name/invocations", event)
    }

    private String layer(String name, Map<String, String> files) {
        def zip = LambdaBench.zip(files).encodeBase64().toString()
        lambda('POST', "/2018-10-31/layers/$name/versions", [Content: [ZipFile: zip]]).LayerVersionArn
    }

    private void afterwards(String name, Map more) {
        def answer = lambda('PUT', "/2019-09-25/functions/$name/event-invoke-config", more)
        assert answer.FunctionArn: answer
    }

    def 'what a call came to goes to its destination: #kind'() {
        given:
        queue('q')
        queue('out')
        teller('other')
        query([Action: 'CreateTopic', Name: 'news'])
        query([Action: 'Subscribe', TopicArn: arn('sns', 'news'), Protocol: 'sqs', Endpoint: arn('sqs', 'q'), 'Attributes.entry.1.key': 'RawMessageDelivery', 'Attributes.entry.1.value': 'true'])
        call('AWSEvents.PutRule', [Name: 'r', EventPattern: '{"source":["lambda"]}'])
        call('AWSEvents.PutTargets', [Rule: 'r', Targets: [[Id: '1', Arn: arn('sqs', 'q')]]])
        function('f', 'export const handler = async (event) => ({ doubled: event.n * 2 })')
        afterwards('f', [DestinationConfig: [OnSuccess: [Destination: destination]]])

        when:
        later('f', [n: 21])
        def told = said(1, source)[0]
        def record = kind == 'bus' ? told.detail : told

        then:
        record.requestPayload == [n: 21]
        record.responsePayload == [doubled: 42]
        record.requestContext.with { [functionArn, condition, approximateInvokeCount] } == [arn('lambda', 'function:f:$LATEST'), 'Success', 1]
        record.responseContext == [statusCode: 200, executedVersion: '$LATEST']
        kind != 'bus' || told['detail-type'] == 'Lambda Function Invocation Result - Success'

        where:
        kind       | destination                       | source
        'queue'    | arn('sqs', 'q')                   | 'q'
        'topic'    | arn('sns', 'news')                | 'q'
        'bus'      | arn('events', 'event-bus/default') | 'q'
        'function' | arn('lambda', 'function:other')   | 'out'
    }

    def 'a call that fails is tried twice more, then told of and buried'() {
        given:
        queue('failed')
        queue('dead')
        function('f', 'export const handler = async () => { throw new Error("no") }', [DeadLetterConfig: [TargetArn: arn('sqs', 'dead')]])
        afterwards('f', [DestinationConfig: [OnFailure: [Destination: arn('sqs', 'failed')]]])

        when:
        later('f', [n: 1])
        def grave = null
        becomes(60) {
            moved.forward(30)
            grave = taken(1, 'dead', 1)[0]
        }
        def told = said(1, 'failed')[0]

        then:
        told.requestContext.with { [condition, approximateInvokeCount] } == ['RetriesExhausted', 3]
        told.responseContext.functionError == 'Unhandled'
        told.responsePayload.errorMessage == 'no'
        grave.Body == '{"n":1}'
        grave.MessageAttributes.with { [ErrorMessage.StringValue, ErrorCode.StringValue, RequestID.StringValue == told.requestContext.requestId] } == ['no', '200', true]
    }

    def 'layers lie below functions in Node, Python and Java order'() {
        given:
        def low = layer('low', ['nodejs/node_modules/greet/index.js': 'module.exports = "low"', 'nodejs/node_modules/only/index.js': 'module.exports = "only"',
            'python/greet.py': 'word = "low"', 'bin/tool': '#!/bin/sh'])
        def high = layer('high', ['nodejs/node_modules/greet/index.js': 'module.exports = "high"', 'python/greet.py': 'word = "high"'])

        when:
        def made = lambda('POST', '/2015-03-31/functions', [FunctionName: 'js', Runtime: 'nodejs20.x', Handler: 'index.handler', Role: 'arn:aws:iam::000000000000:role/r',
            Layers: [low, high], Code: [ZipFile: LambdaBench.zip(['index.js': 'exports.handler = async () => [require("greet"), require("only"), process.env.PATH.includes("/bin")]']).encodeBase64().toString()]])
        lambda('POST', '/2015-03-31/functions', [FunctionName: 'py', Runtime: 'python3.12', Handler: 'main.handler', Role: 'arn:aws:iam::000000000000:role/r',
            Layers: [low, high], Code: [ZipFile: LambdaBench.zip(['main.py': 'import greet\ndef handler(event, context):\n    return greet.word']).encodeBase64().toString()]])

        then:
        low == arn('lambda', 'layer:low:1')
        made.Layers*.Arn == [low, high]
        invoke('js') == ['high', 'only', true]
        send('POST', '/2015-03-31/functions/py/invocations', '{}', SIGNED).body() == '"high"'

        and: 'a version that is deleted stays with the functions that have it, and its number is not used again'
        lambda('DELETE', '/2018-10-31/layers/high/versions/1') == [:]
        invoke('js') == ['high', 'only', true]
        layer('high', [a: 'b']).endsWith(':2')
        lambda('GET', '/2018-10-31/layers').Layers*.LayerName == ['high', 'low']
        lambda('PUT', '/2015-03-31/functions/js/configuration', [Layers: [high]]).message == "Layer version $high does not exist."
    }

    def 'a Java function has the jars of its layers'() {
        given:
        def source = folder.resolve('Said.java')
        Files.writeString(source, 'package said; public class Said { public static String word() { return "from the layer"; } }')
        def handler = folder.resolve('Main.java')
        Files.writeString(handler, 'public class Main { public String handle(Object event) { return said.Said.word(); } }')
        def classes = folder.resolve('classes').toFile()
        assert javax.tools.ToolProvider.systemJavaCompiler.run(null, null, null, '-d', classes.path, source.toString(), handler.toString()) == 0
        def jar = LambdaBench.zip(['said/Said.class': new File(classes, 'said/Said.class').bytes])
        def arn = layer('jars', ['java/lib/said.jar': jar] as Map)

        when:
        lambda('POST', '/2015-03-31/functions', [FunctionName: 'j', Runtime: 'java17', Handler: 'Main::handle', Role: 'arn:aws:iam::000000000000:role/r', Timeout: 20,
            Layers: [arn], Code: [ZipFile: LambdaBench.zip(['Main.class': new File(classes, 'Main.class').bytes]).encodeBase64().toString()]])

        then:
        send('POST', '/2015-03-31/functions/j/invocations', '{}', SIGNED).body() == '"from the layer"'
    }

    def 'a stack gives a function layers, destinations, an alias with provisioned concurrency and a URL that pages may call'() {
        given:
        queue('q')
        def zip = LambdaBench.zip(['nodejs/node_modules/greet/index.js': 'module.exports = "hello"'])
        send('PUT', '/assets', '')
        java.net.http.HttpClient.newHttpClient().send(java.net.http.HttpRequest.newBuilder(URI.create(cloud.endpoint() + '/assets/layer.zip'))
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofByteArray(zip)).build(), java.net.http.HttpResponse.BodyHandlers.ofString())

        when:
        def outputs = deploy('f', [
            Layer: [Type: 'AWS::Lambda::LayerVersion', Properties: [Content: [S3Bucket: 'assets', S3Key: 'layer.zip'], CompatibleRuntimes: ['nodejs20.x']]],
            F: [Type: 'AWS::Lambda::Function', Properties: [Runtime: 'nodejs20.x', Handler: 'index.handler', Role: 'arn:aws:iam::000000000000:role/r', Layers: [[Ref: 'Layer']],
                DeadLetterConfig: [TargetArn: arn('sqs', 'q')], Code: [ZipFile: 'exports.handler = async () => ({ statusCode: 200, body: require("greet") })']]],
            V: [Type: 'AWS::Lambda::Version', Properties: [FunctionName: [Ref: 'F']]],
            A: [Type: 'AWS::Lambda::Alias', Properties: [FunctionName: [Ref: 'F'], FunctionVersion: [('Fn::GetAtt'): ['V', 'Version']], Name: 'live',
                ProvisionedConcurrencyConfig: [ProvisionedConcurrentExecutions: 2]]],
            E: [Type: 'AWS::Lambda::EventInvokeConfig', Properties: [FunctionName: [Ref: 'F'], Qualifier: '$LATEST', DestinationConfig: [OnSuccess: [Destination: arn('sqs', 'q')]]]],
            U: [Type: 'AWS::Lambda::Url', Properties: [TargetFunctionArn: [('Fn::GetAtt'): ['F', 'Arn']], AuthType: 'NONE',
                Cors: [AllowOrigins: ['http://localhost:3000'], AllowMethods: ['GET'], AllowHeaders: ['x-a'], MaxAge: 60]]]
        ], [Url: [('Fn::GetAtt'): ['U', 'FunctionUrl']], Name: [Ref: 'F'], Alias: [Ref: 'A']])
        String url = outputs.Url?.substring(cloud.endpoint().length())
        def page = { String method, Map more = [:] -> send(method, url, '', [Origin: 'http://localhost:3000'] + more) }

        then:
        page('GET').with { [statusCode(), body(), headers().firstValue('access-control-allow-origin').get()] } == [200, 'hello', 'http://localhost:3000']
        page('OPTIONS', ['Access-Control-Request-Method': 'GET']).with { [statusCode(), headers().firstValue('access-control-allow-methods').get()] } == [200, 'GET']
        lambda('POST', "/2015-03-31/functions/$outputs.Name/invocations?Qualifier=live").body == 'hello'
        lambda('GET', "/2019-09-30/functions/$outputs.Name/provisioned-concurrency?Qualifier=live").with { [Status, RequestedProvisionedConcurrentExecutions] } == ['READY', 2]
        lambda('GET', "/2019-09-30/functions/$outputs.Name/provisioned-concurrency?List=ALL").ProvisionedConcurrencyConfigs*.FunctionArn == [outputs.Alias]

        when:
        later(outputs.Name, [:])

        then:
        said(1, 'q')[0].responsePayload.body == 'hello'
        undeploy('f') == ''
    }

    def 'what is not supported is refused by name'() {
        given:
        function('f', 'export const handler = async () => 1')

        expect:
        lambda('PUT', '/2019-09-25/functions/f/event-invoke-config', [DestinationConfig: [OnFailure: [Destination: 'arn:aws:s3:::b']]]).message == 'the destination arn:aws:s3:::b is not supported by the local cloud'
        lambda('PUT', '/2015-03-31/functions/f/configuration', [Environment: [Variables: [AWS_LAMBDA_EXEC_WRAPPER: '/opt/x']]]).message.contains('AWS_LAMBDA_EXEC_WRAPPER')
        lambda('PUT', '/2019-09-30/functions/f/provisioned-concurrency?Qualifier=$LATEST', [ProvisionedConcurrentExecutions: 1]).message.contains('unpublished')
    }

    @Requires({ CloudSpec.hasCli() })
    def 'the AWS CLI publishes layers and sets destinations'() {
        given:
        function('f', 'export const handler = async () => 1')
        def zip = Files.write(folder.resolve('layer.zip'), LambdaBench.zip([a: 'b']))

        expect:
        aws('lambda', 'publish-layer-version', '--layer-name', 'l', '--zip-file', "fileb://$zip".toString(), '--compatible-runtimes', 'nodejs20.x').Version == 1
        aws('lambda', 'get-layer-version', '--layer-name', 'l', '--version-number', '1').CompatibleRuntimes == ['nodejs20.x']
        aws('lambda', 'get-layer-version-by-arn', '--arn', arn('lambda', 'layer:l:1')).Version == 1
        aws('lambda', 'update-function-configuration', '--function-name', 'f', '--layers', arn('lambda', 'layer:l:1')).Layers*.Arn == [arn('lambda', 'layer:l:1')]
        aws('lambda', 'put-function-event-invoke-config', '--function-name', 'f', '--maximum-retry-attempts', '0', '--destination-config',
                '{"OnFailure":{"Destination":"' + arn('sqs', 'q') + '"}}').MaximumRetryAttempts == 0
        aws('lambda', 'update-function-event-invoke-config', '--function-name', 'f', '--maximum-event-age-in-seconds', '60').with {
            [MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig.OnFailure.Destination]
        } == [0, 60, arn('sqs', 'q')]
        aws('lambda', 'list-layer-versions', '--layer-name', 'l').LayerVersions*.Version == [1]
    }
}
