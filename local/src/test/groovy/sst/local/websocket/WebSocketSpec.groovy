package sst.local.websocket

import java.nio.ByteBuffer
import java.nio.file.Files
import java.net.http.HttpResponse
import spock.lang.Requires
import sst.local.CloudSpec

/** WebSocket APIs from stacks, with the JDK's client on one side and functions, signed calls and the AWS CLI on the other. */
class WebSocketSpec extends CloudSpec {
    /** A stack with a route for each key, each with its function; its outputs. */
    private Map<String, String> api(Map<String, String> functions, Map authorizer = [:], Map routeSettings = [:]) {
        Map resources = [
            Api: [Type: 'AWS::ApiGatewayV2::Api', Properties: [Name: 'chat', ProtocolType: 'WEBSOCKET', RouteSelectionExpression: '$request.body.action']],
            Stage: [Type: 'AWS::ApiGatewayV2::Stage', Properties: [ApiId: [Ref: 'Api'], StageName: 'dev', AutoDeploy: true]]
        ]
        functions.eachWithIndex { key, function, at ->
            resources["Integration$at".toString()] = [Type: 'AWS::ApiGatewayV2::Integration', Properties: [ApiId: [Ref: 'Api'], IntegrationType: 'AWS_PROXY',
                IntegrationUri: [('Fn::Sub'): 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/' + function + '/invocations']]]
            resources["Route$at".toString()] = [Type: 'AWS::ApiGatewayV2::Route', Properties: [ApiId: [Ref: 'Api'], RouteKey: key,
                Target: [('Fn::Join'): ['/', ['integrations', [Ref: "Integration$at".toString()]]]]] +
                (key == '$connect' && authorizer ? [AuthorizationType: 'CUSTOM', AuthorizerId: [Ref: 'Authorizer']] : [:]) + (routeSettings[key] ?: [:])]
            if (routeSettings[key]) {
                resources["Response$at".toString()] = [Type: 'AWS::ApiGatewayV2::RouteResponse', Properties: [ApiId: [Ref: 'Api'],
                    RouteId: [Ref: "Route$at".toString()], RouteResponseKey: '$default']]
            }
        }
        if (authorizer) {
            resources.Authorizer = [Type: 'AWS::ApiGatewayV2::Authorizer', Properties: [ApiId: [Ref: 'Api'], Name: 'who', AuthorizerType: 'REQUEST'] + authorizer]
        }
        def at = { scheme -> [('Fn::Join'): ['', [scheme, [Ref: 'Api'], '.execute-api.', [Ref: 'AWS::Region'], '.', [Ref: 'AWS::URLSuffix'], '/dev']]] }
        def outputs = deploy('chat', resources, [Url: at('wss://'), Callback: at('https://'), Endpoint: [('Fn::GetAtt'): ['Api', 'ApiEndpoint']], Id: [Ref: 'Api']])
        assert outputs.Url: outputs
        outputs
    }

    /** A call on a connection as SDKs make it. */
    private HttpResponse<String> management(String method, String callback, String id, String body = '') {
        def scope = 'AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/execute-api/aws4_request, SignedHeaders=host, Signature=0'
        send(method, callback.substring(cloud.endpoint().length()) + '/%40connections/' + URLEncoder.encode(id, 'UTF-8'), body, [Authorization: scope])
    }

    def 'a client connects, talks to routes, is talked to and leaves'() {
        given:
        queue('out')
        def tell = teller('tell', 'event', '({ statusCode: 200 })')
        def outputs = api(['$connect': tell, '$disconnect': tell, '$default': tell, order: tell])
        def client = Client.connect(outputs.Url + '?name=Ada&x=1&x=2', ['X-Mine': 'yes'])

        when:
        def connect = said(1)[0]
        String id = connect.requestContext.connectionId

        then:
        outputs.Url.startsWith('ws://127.0.0.1:') && outputs.Url.endsWith("/$outputs.Id/dev")
        outputs.Endpoint + '/dev' == outputs.Url
        outputs.Callback == cloud.endpoint() + "/_api/$outputs.Id/dev"
        connect.requestContext.with { [routeKey, eventType, messageDirection, stage, apiId, domainName] } ==
                ['$connect', 'CONNECT', 'IN', 'dev', outputs.Id, "${outputs.Id}.execute-api.us-east-1.amazonaws.com"]
        connect.requestContext.identity.sourceIp == '127.0.0.1'
        connect.requestContext.connectedAt instanceof Long
        connect.headers['X-Mine'] == 'yes'
        connect.queryStringParameters == [name: 'Ada', x: '2']
        connect.multiValueQueryStringParameters.x == ['1', '2']
        connect.isBase64Encoded == false

        when:
        client.say('{"action":"order","no":7}')
        def order = said(1)[0]
        client.say('hello')
        def other = said(1)[0]
        client.say('{"action":"unknown"}')
        def third = said(1)[0]

        then:
        order.body == '{"action":"order","no":7}'
        order.requestContext.with { [routeKey, eventType, connectionId] } == ['order', 'MESSAGE', id]
        order.requestContext.messageId
        other.requestContext.routeKey == '$default'
        third.requestContext.routeKey == '$default'

        when: 'the connection is called as SDKs do'
        def posted = management('POST', outputs.Callback, id, 'from é')
        def seen = JSON.readValue(management('GET', outputs.Callback, id).body(), Map)

        then:
        posted.statusCode() == 200
        client.hear() == 'from é'
        seen.identity.sourceIp == '127.0.0.1'
        java.time.Instant.parse(seen.connectedAt).toEpochMilli() == connect.requestContext.connectedAt
        seen.lastActiveAt >= seen.connectedAt
        management('POST', outputs.Callback, id, 'x' * 131_073).statusCode() == 413

        when:
        client.socket.sendClose(4001, 'enough').join()
        def disconnect = said(1)[0]

        then:
        disconnect.requestContext.with { [routeKey, eventType, connectionId, disconnectStatusCode, disconnectReason] } ==
                ['$disconnect', 'DISCONNECT', id, 4001, 'enough']

        and:
        management('POST', outputs.Callback, id, 'x').with { [statusCode(), headers().firstValue('x-amzn-ErrorType').get()] } == [410, 'GoneException']
    }

    def 'functions answer by route responses, by the address in their event and by the endpoint of their environment'() {
        given:
        def echo = function('echo', 'export const handler = async (event) => ({ statusCode: 200, body: "echo " + event.body })')
        def byEvent = function('by-event', '''
            import https from 'node:https'
            export const handler = (event) => new Promise((done, failed) => {
              const { domainName, stage, connectionId } = event.requestContext
              const options = { method: 'POST', host: domainName, path: `/${stage}/%40connections/${encodeURIComponent(connectionId)}`, headers: { host: domainName } }
              https.request(options, (answer) => done({ statusCode: answer.statusCode })).on('error', failed).end('by event')
            })''')
        def signed = function('signed', '''
            export const handler = async (event) => {
              const id = encodeURIComponent(event.requestContext.connectionId)
              await fetch(process.env.AWS_ENDPOINT_URL + '/@connections/' + id, { method: 'POST', body: 'by environment',
                headers: { authorization: 'AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/execute-api/aws4_request, SignedHeaders=host, Signature=0' } })
              return { statusCode: 200, body: 'not sent' }
            }''')
        def outputs = api([echo: echo, event: byEvent, signed: signed], [:], [echo: [RouteResponseSelectionExpression: '$default']])
        def client = Client.connect(outputs.Url)

        expect:
        client.say('{"action":"echo"}').hear() == 'echo {"action":"echo"}'
        client.say('{"action":"event"}').hear() == 'by event'
        client.say('{"action":"signed"}').hear() == 'by environment'

        when: 'no route takes it'
        def complaint = JSON.readValue(client.say('nothing').hear(), Map)

        then:
        complaint.message == 'Forbidden'
        complaint.connectionId && complaint.requestId

        cleanup:
        client?.socket?.abort()
    }

    def 'what fails and what is too much'() {
        given:
        def broken = function('broken', 'export const handler = async () => { throw new Error("no") }')
        def outputs = api(['$default': broken])
        def client = Client.connect(outputs.Url)

        expect:
        JSON.readValue(client.say('x').hear(), Map).message == 'Internal server error'

        when: 'several frames make one message, and pings are answered'
        client.socket.sendText('a' * 30_000, false).join()
        client.socket.sendPing(ByteBuffer.wrap('up?'.bytes)).join()
        client.socket.sendText('b' * 30_000, true).join()

        then:
        [client.hear(), client.hear()].any { it == 'pong up?' }

        when: 'a message above 128 KB ends the connection'
        4.times { client.socket.sendText('c' * 32_000, false).join() }
        client.socket.sendText('d' * 32_000, true)

        then:
        client.hear() == 'closed 1009 Message is too big'

        when: 'so does binary data'
        def second = Client.connect(outputs.Url)
        second.socket.sendBinary(ByteBuffer.wrap([1, 2] as byte[]), true)

        then:
        second.hear() == 'closed 1003 Binary is not supported'

        and: 'who is not there, and who comes from elsewhere'
        Client.refused(outputs.Url.replace('/dev', '/prod')) == 403
        Client.refused(outputs.Url, [Origin: 'https://evil.example']) == 403
        send('GET', "/_api/$outputs.Id/dev", '').statusCode() == 403
    }

    def 'connect decides, and may speak a subprotocol'() {
        given:
        def decide = function('decide', '''export const handler = async (event) => event.queryStringParameters?.fail ? Promise.reject(new Error('x'))
            : { statusCode: event.queryStringParameters?.ok ? 200 : 418, headers: { 'Sec-WebSocket-Protocol': 'soap' } }''')
        def outputs = api(['$connect': decide])

        expect:
        Client.refused(outputs.Url) == 418
        Client.refused(outputs.Url + '?fail=1') == 502
        def client = Client.connect(outputs.Url + '?ok=1', [:], 'soap')
        client.socket.subprotocol == 'soap'

        cleanup:
        client?.socket?.abort()
    }

    def 'a REQUEST authorizer lets in whom it knows, and routes hear of it'() {
        given:
        queue('out')
        def who = function('who', '''export const handler = async (event) => {
            if (event.queryStringParameters.user === 'nobody') throw 'Unauthorized'
            if (event.queryStringParameters.user === 'broken') return { }
            return { principalId: event.queryStringParameters.user, context: { role: 'admin' },
            policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke',
              Effect: event.queryStringParameters.user === 'Ada' ? 'Allow' : 'Deny', Resource: event.methodArn }] } } }''')
        def outputs = api(['$connect': teller('c', 'event', '({ statusCode: 200 })'), '$default': teller('d')],
                [AuthorizerUri: [('Fn::Sub'): "arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/$who/invocations".toString()],
                    IdentitySource: ['route.request.querystring.user']])

        expect:
        Client.refused(outputs.Url) == 401
        Client.refused(outputs.Url + '?user=Eve') == 403
        Client.refused(outputs.Url + '?user=broken') == 500

        when:
        def client = Client.connect(outputs.Url + '?user=Ada')
        def connect = said(1)[0]
        client.say('hi')
        def message = said(1)[0]

        then:
        [connect, message]*.requestContext*.authorizer == [[role: 'admin', principalId: 'Ada']] * 2

        cleanup:
        client?.socket?.abort()
    }

    def 'a restart tells of the connections it cut, on the port of before'() {
        given:
        queue('out')
        def outputs = api(['$connect': teller('c', 'event', '({ statusCode: 200 })'), '$disconnect': teller('d')])
        def client = Client.connect(outputs.Url)
        String id = said(1)[0].requestContext.connectionId

        when:
        restart()
        def told = said(1)[0]

        then:
        client.hear() == 'closed 1001 Going away'
        told.requestContext.with { [eventType, connectionId, disconnectStatusCode] } == ['DISCONNECT', id, 1006]

        when:
        def again = Client.connect(outputs.Url)

        then:
        said(1)[0].requestContext.connectionId != id

        cleanup:
        again?.socket?.abort()
    }

    @Requires({ CloudSpec.hasCli() })
    def 'the AWS CLI makes an API, sees and ends its connections'() {
        given:
        queue('out')
        def tell = teller('tell', 'event', '({ statusCode: 200 })')
        String id = aws('apigatewayv2', 'create-api', '--name', 'cli', '--protocol-type', 'WEBSOCKET', '--route-selection-expression', '$request.body.do').ApiId
        String integration = aws('apigatewayv2', 'create-integration', '--api-id', id, '--integration-type', 'AWS_PROXY', '--integration-uri', tell).IntegrationId
        aws('apigatewayv2', 'create-route', '--api-id', id, '--route-key', '$connect', '--target', "integrations/$integration")
        String deployment = aws('apigatewayv2', 'create-deployment', '--api-id', id).DeploymentId
        aws('apigatewayv2', 'create-stage', '--api-id', id, '--stage-name', 's', '--deployment-id', deployment)
        String endpoint = aws('apigatewayv2', 'get-api', '--api-id', id).ApiEndpoint
        def client = Client.connect(endpoint + '/s')
        String connection = said(1)[0].requestContext.connectionId
        def call = { String operation, String... more -> aws('apigatewaymanagementapi', operation, '--endpoint-url', cloud.endpoint() + "/_api/$id/s", '--connection-id', connection, *more) }

        expect:
        call('get-connection').Identity.SourceIp == '127.0.0.1'
        call('post-to-connection', '--data', "fileb://${Files.writeString(folder.resolve('hello.txt'), 'hello')}".toString()) == ''
        client.hear() == 'hello'
        call('delete-connection') == ''
        client.hear() == 'closed 1000'
        call('get-connection').contains('GoneException')
        aws('apigatewayv2', 'create-integration', '--api-id', id, '--integration-type', 'HTTP_PROXY', '--integration-uri', 'http://x').contains('IntegrationType HTTP_PROXY is not supported')
    }
}
