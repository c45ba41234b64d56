package sst.local.restapi

import java.net.http.HttpResponse
import java.time.Clock
import spock.lang.Requires
import sst.local.CloudSpec
import sst.local.sqs.MovedClock

/** REST APIs as the CDK deploys them, and as the AWS CLI makes them. */
class RestApiSpec extends CloudSpec {
    private final MovedClock moved = new MovedClock()

    @Override
    Clock clock() {
        moved
    }

    static final String SAID = 'export const handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) })'

    private Map proxy(String function) {
        [Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST',
            Uri: [('Fn::Sub'): 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/' + function + '/invocations']]
    }

    private static Map method(Object resource, String name, Map integration, Map more = [:]) {
        [Type: 'AWS::ApiGateway::Method', Properties: [RestApiId: [Ref: 'Api'], ResourceId: resource, HttpMethod: name, AuthorizationType: 'NONE', Integration: integration] + more]
    }

    private static Map resource(Object parent, String part) {
        [Type: 'AWS::ApiGateway::Resource', Properties: [RestApiId: [Ref: 'Api'], ParentId: parent, PathPart: part]]
    }

    /** The stack of an API; the path of its stage. */
    private String api(Map resources, List<String> methods, Map settings = [:], Map stage = [:]) {
        def outputs = deploy('rest', [
            Api: [Type: 'AWS::ApiGateway::RestApi', Properties: [Name: 'shop'] + settings],
            Account: [Type: 'AWS::ApiGateway::Account', Properties: [CloudWatchRoleArn: 'arn:aws:iam::000000000000:role/x']],
            Deployment: [Type: 'AWS::ApiGateway::Deployment', DependsOn: methods, Properties: [RestApiId: [Ref: 'Api']]],
            Stage: [Type: 'AWS::ApiGateway::Stage', Properties: [RestApiId: [Ref: 'Api'], DeploymentId: [Ref: 'Deployment'], StageName: 'dev', TracingEnabled: true] + stage]
        ] + resources, [Url: [('Fn::Join'): ['', ['https://', [Ref: 'Api'], '.execute-api.', [Ref: 'AWS::Region'], '.', [Ref: 'AWS::URLSuffix'], '/', [Ref: 'Stage'], '/']]]])
        assert outputs.Url: outputs
        outputs.Url.substring(cloud.endpoint().length(), outputs.Url.length() - 1)
    }

    private static Map root() {
        [('Fn::GetAtt'): ['Api', 'RootResourceId']]
    }

    private HttpResponse<String> get(String path, Map headers = [:]) {
        send('GET', path, '', headers)
    }

    def 'proxies get the request as AWS sends it, the most specific resource first'() {
        given:
        def said = function('said', SAID)
        def url = api([
            Notes: resource(root(), 'notes'), Note: resource([Ref: 'Notes'], '{id}'), All: resource(root(), '{proxy+}'),
            GetNote: method([Ref: 'Note'], 'GET', proxy(said)), AnyAll: method([Ref: 'All'], 'ANY', proxy(said)), PostRoot: method(root(), 'POST', proxy(said))
        ], ['GetNote', 'AnyAll', 'PostRoot'], [BinaryMediaTypes: ['image/*']], [Variables: [color: 'red']])
        def event = { HttpResponse<String> answer -> JSON.readValue(answer.body(), Map) }

        when:
        def note = event(get("$url/notes/a%20b?x=1&x=2", ['X-Mine': 'yes']))

        then:
        note.with { [resource, path, httpMethod, pathParameters, queryStringParameters, multiValueQueryStringParameters, body, isBase64Encoded] } ==
                ['/notes/{id}', '/notes/a b', 'GET', [id: 'a b'], [x: '2'], [x: ['1', '2']], null, false]
        note.headers['X-Mine'] == 'yes'
        note.multiValueHeaders['X-Mine'] == ['yes']
        note.stageVariables == [color: 'red']
        note.requestContext.with { [path, resourcePath, stage, httpMethod, protocol, accountId] } ==
                ['/dev/notes/a b', '/notes/{id}', 'dev', 'GET', 'HTTP/1.1', ACCOUNT]
        note.requestContext.identity.sourceIp == '127.0.0.1'
        !note.containsKey('version')

        and: 'a greedy path, another method of a path that is there, and the root'
        event(get("$url/x/y/z")).with { [resource, pathParameters] } == ['/{proxy+}', [proxy: 'x/y/z']]
        send('DELETE', "$url/notes/1", '').with { [statusCode(), body()] } == [403, '{"message":"Missing Authentication Token"}']
        event(send('POST', "$url/", '{"a":1}', ['Content-Type': 'application/json'])).with { [resource, body] } == ['/', '{"a":1}']
        event(send('POST', "$url/x", 'pic', ['Content-Type': 'image/png'])).with { [body.decodeBase64() as List, isBase64Encoded] } == ['pic'.bytes as List, true]
        get("$url".replace('/dev', '/prod')).statusCode() == 403
    }

    def 'what functions give becomes the answer, and what is none a bad gateway: #result'() {
        given:
        def url = api([Any: method(root(), 'ANY', proxy(function('f', "export const handler = async () => $result")))], ['Any'])

        expect:
        get("$url/").with { [statusCode(), body(), headers().firstValue('content-type').get()] } == [status, text, type]

        where:
        result                                                                     || status | type               | text
        '({ statusCode: 201, headers: { "Content-Type": "text/x" }, body: "hi" })' || 201    | 'text/x'           | 'hi'
        '({ statusCode: 200, body: "{}" })'                                        || 200    | 'application/json' | '{}'
        '({ hello: 1 })'                                                           || 502    | 'application/json' | '{"message":"Internal server error"}'
        'Promise.reject(new Error("no"))'                                          || 502    | 'application/json' | '{"message":"Internal server error"}'
    }

    def 'CORS by a mock as the CDK makes it, and errors with the headers of gateway responses'() {
        given:
        def url = api([
            Options: method(root(), 'OPTIONS', [Type: 'MOCK', RequestTemplates: ['application/json': '{ statusCode: 200 }'], IntegrationResponses: [[StatusCode: '204',
                ResponseParameters: ['method.response.header.Access-Control-Allow-Origin': "'*'", 'method.response.header.Access-Control-Allow-Methods': "'GET,POST'"]]]],
                [MethodResponses: [[StatusCode: '204', ResponseParameters: ['method.response.header.Access-Control-Allow-Origin': true]]]]),
            Open: [Type: 'AWS::ApiGateway::GatewayResponse', Properties: [RestApiId: [Ref: 'Api'], ResponseType: 'DEFAULT_4XX',
                ResponseParameters: ['gatewayresponse.header.Access-Control-Allow-Origin': "'*'"]]]
        ], ['Options'])

        when:
        def preflight = send('OPTIONS', "$url/", '')
        def missing = get("$url/none")

        then:
        preflight.statusCode() == 204
        preflight.headers().firstValue('access-control-allow-methods').get() == 'GET,POST'
        missing.statusCode() == 403
        [preflight, missing]*.headers()*.firstValue('access-control-allow-origin')*.get() == ['*', '*']
    }

    def 'a token authorizer decides by a policy that counts for a while'() {
        given:
        queue('out')
        function('who', tellerSource('event', '''(event.authorizationToken === 'nobody' ? Promise.reject('Unauthorized') : { principalId: 'ada', context: { role: 'admin' },
            policyDocument: { Statement: [{ Action: 'execute-api:Invoke', Effect: event.authorizationToken === 'no' ? 'Deny' : 'Allow', Resource: event.methodArn.replace('/b', '/a') }] } })'''))
        def tell = function('said', SAID)
        def custom = [AuthorizationType: 'CUSTOM', AuthorizerId: [Ref: 'Who']]
        def url = api([
            Who: [Type: 'AWS::ApiGateway::Authorizer', Properties: [RestApiId: [Ref: 'Api'], Name: 'who', Type: 'TOKEN', AuthorizerResultTtlInSeconds: 60,
                IdentitySource: 'method.request.header.Authorization', IdentityValidationExpression: '[a-z]+',
                AuthorizerUri: [('Fn::Sub'): 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/' + arn('lambda', 'function:who') + '/invocations']]],
            A: resource(root(), 'a'), B: resource(root(), 'b'), GetA: method([Ref: 'A'], 'GET', proxy(tell), custom), GetB: method([Ref: 'B'], 'GET', proxy(tell), custom)
        ], ['GetA', 'GetB'])
        def ask = { String path, String token -> get("$url/$path", token ? [Authorization: token] : [:]) }

        expect:
        JSON.readValue(ask('a', 'yes').body(), Map).requestContext.authorizer == [role: 'admin', principalId: 'ada', integrationLatency: 0]
        said(1)[0].with { [type, authorizationToken, methodArn.replaceFirst('.*:', '').replaceFirst('\\w+', 'API')] } == ['TOKEN', 'yes', 'API/dev/GET/a']
        ask('b', 'yes').with { [statusCode(), body()] } == [403, '{"Message":"User is not authorized to access this resource"}']
        left('out') == 0
        ask('a', 'no').with { [statusCode(), body()] } == [403, '{"Message":"User is not authorized to access this resource with an explicit deny"}']
        ask('a', 'nobody').with { [statusCode(), body()] } == [401, '{"message":"Unauthorized"}']
        ask('a', 'N0').statusCode() == 401
        ask('a', null).statusCode() == 401
        said(2).size() == 2

        when: 'the time is over'
        moved.forward(61)
        ask('a', 'yes')

        then:
        said(1).size() == 1
    }

    def 'a request authorizer gets the whole request'() {
        given:
        queue('out')
        teller('who', 'event', '''({ principalId: 'ada', policyDocument: { Statement: { Action: '*', Effect: 'Allow', Resource: '*' } } })''')
        def url = api([
            Who: [Type: 'AWS::ApiGateway::Authorizer', Properties: [RestApiId: [Ref: 'Api'], Name: 'who', Type: 'REQUEST', AuthorizerResultTtlInSeconds: 0,
                IdentitySource: 'method.request.querystring.key,method.request.header.X-Who', AuthorizerUri: arn('lambda', 'function:who')]],
            Get: method(root(), 'GET', proxy(function('said', SAID)), [AuthorizationType: 'CUSTOM', AuthorizerId: [Ref: 'Who']])
        ], ['Get'])

        expect:
        get("$url/?key=1").statusCode() == 401
        get("$url/?key=1", ['X-Who': 'ada']).statusCode() == 200
        said(1)[0].with { [type, resource, path, httpMethod, queryStringParameters, headers['X-Who']] } == ['REQUEST', '/', '/', 'GET', [key: '1'], 'ada']
    }

    def 'a stage answers as its deployment was, over a restart, until another one'() {
        given:
        def url = api([Get: method(root(), 'GET', proxy(function('said', SAID)))], ['Get'])
        String id = url.split('/')[2]
        def call = { String verb, String path, Map body = [:] ->
            http(verb, path, body, [Authorization: 'AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/apigateway/aws4_request, SignedHeaders=host, Signature=0'])
        }

        when:
        restart()
        String root = call('GET', "/restapis/$id/resources").item[0].id
        call('PUT', "/restapis/$id/resources/$root/methods/POST", [authorizationType: 'NONE'])
        call('PUT', "/restapis/$id/resources/$root/methods/POST/integration", [type: 'MOCK', requestTemplates: ['application/json': '{"statusCode":200}']])
        call('PUT', "/restapis/$id/resources/$root/methods/POST/integration/responses/200", [responseTemplates: ['application/json': 'mocked']])

        then:
        get("$url/").statusCode() == 200
        send('POST', "$url/", '').statusCode() == 403

        when:
        call('POST', "/restapis/$id/deployments", [stageName: 'dev'])

        then:
        send('POST', "$url/", '').body() == 'mocked'
    }

    def 'what cannot run locally is refused by name: #named'() {
        expect:
        deploy('rest', [
            Api: [Type: 'AWS::ApiGateway::RestApi', Properties: [Name: 'shop'] + settings],
            Get: method(root(), 'GET', integration, more)
        ]).failed.contains(named)

        where:
        settings                   | integration                                                  | more                                    || named
        [Body: [swagger: '2.0']]   | [Type: 'MOCK']                                               | [:]                                     || 'body of a REST API is not supported by the local cloud'
        [:]                        | [Type: 'AWS', Uri: 'arn:aws:apigateway:us-east-1:s3:path/x'] | [:]                                     || 'an integration of type AWS is not supported'
        [:]                        | [Type: 'MOCK']                                               | [ApiKeyRequired: true]                  || 'apiKeyRequired of a method is not supported'
        [:]                        | [Type: 'MOCK']                                               | [AuthorizationType: 'COGNITO_USER_POOLS'] || 'authorizationType COGNITO_USER_POOLS is not supported'
        [:]                        | [Type: 'MOCK', IntegrationResponses: [[StatusCode: '200', ResponseTemplates: ['application/json': '#set($x)']]]] | [:] || 'a response template in Velocity is not supported'
    }

    @Requires({ CloudSpec.hasCli() })
    def 'the AWS CLI makes an API that answers'() {
        given:
        def said = function('said', SAID)
        String id = aws('apigateway', 'create-rest-api', '--name', 'cli').id
        String root = aws('apigateway', 'get-resources', '--rest-api-id', id).items[0].id
        String hello = aws('apigateway', 'create-resource', '--rest-api-id', id, '--parent-id', root, '--path-part', 'hello').id
        aws('apigateway', 'put-method', '--rest-api-id', id, '--resource-id', hello, '--http-method', 'GET', '--authorization-type', 'NONE')
        def integration = aws('apigateway', 'put-integration', '--rest-api-id', id, '--resource-id', hello, '--http-method', 'GET', '--type', 'AWS_PROXY',
                '--integration-http-method', 'POST', '--uri', "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/$said/invocations".toString())
        aws('apigateway', 'create-deployment', '--rest-api-id', id, '--stage-name', 's')

        expect:
        integration.httpMethod == 'POST'
        JSON.readValue(get("/_api/$id/s/hello").body(), Map).resource == '/hello'
        aws('apigateway', 'get-stages', '--rest-api-id', id).item*.stageName == ['s']
        aws('apigateway', 'get-method', '--rest-api-id', id, '--resource-id', hello, '--http-method', 'GET').methodIntegration.type == 'AWS_PROXY'
        aws('apigateway', 'delete-rest-api', '--rest-api-id', id) == ''
        get("/_api/$id/s/hello").statusCode() == 404
    }
}
