package sst.local.httpapi

import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import java.nio.file.Path
import java.time.Clock
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.cfn.resource.ResourceFailure
import sst.local.cfn.resource.ResourceProvider
import sst.local.cfn.resource.ResourceRequest
import sst.local.cfn.resource.ResourceState
import sst.local.lambda.Lambda
import sst.local.port.Host
import sst.local.port.LogSink
import sst.local.port.ObjectReader
import sst.local.store.DurableStore
import sst.local.wire.CallContext
import sst.local.wire.gateway.Gateway

/** From template properties to an answer over HTTP, through the providers alone. */
class ResourcesSpec extends Specification {
    static final ObjectMapper JSON = new ObjectMapper()

    @TempDir
    @Shared
    Path folder

    @Shared
    @AutoCleanup
    DurableStore store

    @Shared
    @AutoCleanup
    Gateway gateway

    @Shared
    @AutoCleanup
    Lambda lambda

    @Shared
    @AutoCleanup
    HttpApis apis

    @Shared
    Map<String, ResourceProvider> providers

    def setupSpec() {
        store = DurableStore.open(folder)
        gateway = Gateway.bind(0)
        def host = new Host(store, Clock.systemUTC(), gateway.endpoint())
        lambda = new Lambda(host, { bucket, key -> Optional.empty() } as ObjectReader, { at, time, text -> } as LogSink)
        apis = new HttpApis(host, lambda, { at, time, text -> } as LogSink)
        gateway.start(lambda.endpoints() + apis.endpoints(), store)
        providers = (lambda.providers() + apis.providers()).collectEntries { [it.type(), it] }
    }

    private ResourceRequest request(String logicalId, Map properties, Map tags = [:]) {
        def context = new CallContext('eu-west-1', CallContext.ACCOUNT, 'r', gateway.endpoint())
        new ResourceRequest('stack', logicalId, JSON.valueToTree(properties) as ObjectNode, tags, "stack-$logicalId-ABC".toString(), context)
    }

    private ResourceState create(String type, String logicalId, Map properties) {
        providers[type].create(request(logicalId, properties))
    }

    private static Map function(String source, Map more = [:]) {
        [Runtime: 'nodejs20.x', Handler: 'index.handler', Role: 'arn:aws:iam::000000000000:role/r', Code: [ZipFile: source], Timeout: '5'] + more
    }

    def 'a function and an API made from properties answer at the endpoint attribute'() {
        given:
        def fn = create('AWS::Lambda::Function', 'Fn', function('exports.handler = async (event) => ({ id: event.pathParameters.id, env: process.env.A })', [Environment: [Variables: [A: 'b']]]))
        def api = create('AWS::ApiGatewayV2::Api', 'Api', [Name: 'n', ProtocolType: 'HTTP', CorsConfiguration: [AllowOrigins: ['*'], AllowMethods: ['GET']]])
        def integration = create('AWS::ApiGatewayV2::Integration', 'Int', [ApiId: api.ref(), IntegrationType: 'AWS_PROXY', IntegrationUri: fn.attributes().Arn.asText(), PayloadFormatVersion: '2.0'])
        def route = create('AWS::ApiGatewayV2::Route', 'Route', [ApiId: api.ref(), RouteKey: 'GET /n/{id}', Target: "integrations/${integration.ref()}".toString()])
        def stage = create('AWS::ApiGatewayV2::Stage', 'Stage', [ApiId: api.ref(), StageName: '$default', AutoDeploy: 'true'])
        create('AWS::Lambda::Permission', 'Perm', [FunctionName: fn.attributes().Arn.asText(), Action: 'lambda:InvokeFunction', Principal: 'apigateway.amazonaws.com'])

        expect:
        fn.ref() == 'stack-Fn-ABC'
        fn.attributes().Arn.asText() == 'arn:aws:lambda:eu-west-1:000000000000:function:stack-Fn-ABC'
        stage.ref() == '$default'
        new URL(api.attributes().ApiEndpoint.asText() + '/n/7').text == '{"id":"7","env":"b"}'

        when: 'every creation is repeated, as after a kill'
        def again = [
            create('AWS::Lambda::Function', 'Fn', function('exports.handler = async () => "again"')),
            create('AWS::ApiGatewayV2::Api', 'Api', [Name: 'n', ProtocolType: 'HTTP']),
            create('AWS::ApiGatewayV2::Integration', 'Int', [ApiId: api.ref(), IntegrationType: 'AWS_PROXY', IntegrationUri: fn.attributes().Arn.asText(), PayloadFormatVersion: '2.0']),
            create('AWS::ApiGatewayV2::Route', 'Route', [ApiId: api.ref(), RouteKey: 'GET /n/{id}', Target: "integrations/${integration.ref()}".toString()]),
            create('AWS::ApiGatewayV2::Stage', 'Stage', [ApiId: api.ref(), StageName: '$default', AutoDeploy: true])
        ]*.physicalId()

        then:
        again == [fn, api, integration, route, stage]*.physicalId()
        new URL(api.attributes().ApiEndpoint.asText() + '/n/7').text == 'again'

        when:
        providers['AWS::ApiGatewayV2::Route'].delete(request('Route', [ApiId: api.ref()]), route)
        providers['AWS::ApiGatewayV2::Route'].delete(request('Route', [ApiId: api.ref()]), route)
        providers['AWS::ApiGatewayV2::Api'].delete(request('Api', [:]), api)
        providers['AWS::ApiGatewayV2::Stage'].delete(request('Stage', [ApiId: api.ref()]), stage)
        providers['AWS::Lambda::Function'].delete(request('Fn', [:]), fn)
        providers['AWS::Lambda::Function'].delete(request('Fn', [:]), fn)

        then:
        store.json('httpapi.apis').isEmpty()
        store.json('httpapi.parts').isEmpty()
        store.json('lambda.functions').isEmpty()
    }

    def 'an update puts removed properties back to their defaults'() {
        given:
        def before = function('exports.handler = async () => process.env.A ?? "none"', [Environment: [Variables: [A: 'b']], MemorySize: 512])
        def fn = create('AWS::Lambda::Function', 'Upd', before)

        when:
        providers['AWS::Lambda::Function'].update(request('Upd', function('exports.handler = async () => process.env.A ?? "none"')), fn, JSON.valueToTree(before) as ObjectNode)

        then:
        def config = store.json('lambda.functions')['eu-west-1/stack-Upd-ABC/$LATEST']
        config.get('MemorySize').asInt() == 128
        new String(lambda.invoke(fn.attributes().Arn.asText(), '{}'.bytes).payload()) == '"none"'
    }

    def 'versions and aliases refer by their ARNs'() {
        given:
        create('AWS::Lambda::Function', 'Ver', function('exports.handler = async () => 1'))
        def version = create('AWS::Lambda::Version', 'V', [FunctionName: 'stack-Ver-ABC'])
        def alias = create('AWS::Lambda::Alias', 'A', [FunctionName: 'stack-Ver-ABC', FunctionVersion: version.attributes().Version.asText(), Name: 'live'])

        expect:
        version.ref() == 'arn:aws:lambda:eu-west-1:000000000000:function:stack-Ver-ABC:1'
        alias.ref() == 'arn:aws:lambda:eu-west-1:000000000000:function:stack-Ver-ABC:live'
        new String(lambda.invoke(alias.ref(), '{}'.bytes).payload()) == '1'
    }

    def 'what cannot run locally fails the resource and says what'() {
        when:
        create('AWS::Lambda::Function', 'Bad', function('', [Runtime: 'ruby3.3']))

        then:
        def failure = thrown(ResourceFailure)
        failure.message.startsWith('Runtime ruby3.3 is not supported by the local cloud')

        when:
        create('AWS::ApiGatewayV2::Api', 'Ws', [Name: 'w', ProtocolType: 'WEBSOCKET'])

        then:
        def other = thrown(ResourceFailure)
        other.message == 'RouteSelectionExpression is required'
    }
}
