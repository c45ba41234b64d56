package sst.local.httpapi

import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.JWSHeader
import com.nimbusds.jose.Payload
import com.nimbusds.jose.JWSObject
import com.nimbusds.jose.crypto.RSASSASigner
import com.nimbusds.jose.jwk.RSAKey
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator
import com.sun.net.httpserver.HttpServer
import java.net.http.HttpResponse
import java.time.Clock
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.Shared
import sst.local.CloudSpec
import sst.local.sqs.MovedClock

/** Who may call routes of HTTP APIs, with an issuer that runs here and functions that decide. */
class AuthorizerSpec extends CloudSpec {
    @Shared
    RSAKey key = new RSAKeyGenerator(2048).keyID('k1').generate()

    @Shared
    RSAKey stranger = new RSAKeyGenerator(2048).keyID('k1').generate()

    HttpServer issuer
    AtomicInteger reads = new AtomicInteger()
    private final MovedClock moved = new MovedClock()

    @Override
    Clock clock() {
        moved
    }

    def setup() {
        issuer = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
        issuer.createContext('/') { exchange ->
            def body = exchange.requestURI.path.endsWith('openid-configuration')
                    ? JSON.writeValueAsString([issuer: base(), jwks_uri: base() + '/keys'])
                    : """{"keys":[${key.toPublicJWK()}]}"""
            reads.incrementAndGet()
            exchange.sendResponseHeaders(200, body.length())
            exchange.responseBody.withCloseable { it.write(body.bytes) }
        }
        issuer.start()
    }

    def cleanup() {
        issuer.stop(0)
    }

    private String base() {
        "http://127.0.0.1:${issuer.address.port}"
    }

    private String token(Map claims, RSAKey by = key, String id = 'k1') {
        def token = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id).build(), new Payload(claims))
        token.sign(new RSASSASigner(by))
        token.serialize()
    }

    private Map good(Map more = [:]) {
        long now = clock().millis().intdiv(1000)
        [iss: base(), aud: 'shop', sub: 'ada', exp: now + 60, iat: now, nbf: now, scope: 'read write', groups: ['a', 'b']] + more
    }

    /** An API whose route has this authorizer; its address. */
    private String api(Map authorizer, Map route = [:], Map integration = [PayloadFormatVersion: '2.0']) {
        def said = function('said', 'export const handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event.requestContext.authorizer ?? null) })')
        def outputs = deploy('a', [
            Api: [Type: 'AWS::ApiGatewayV2::Api', Properties: [Name: 'a', ProtocolType: 'HTTP']],
            Stage: [Type: 'AWS::ApiGatewayV2::Stage', Properties: [ApiId: [Ref: 'Api'], StageName: '$default', AutoDeploy: true]],
            Authorizer: [Type: 'AWS::ApiGatewayV2::Authorizer', Properties: [ApiId: [Ref: 'Api'], Name: 'who'] + authorizer],
            Integration: [Type: 'AWS::ApiGatewayV2::Integration', Properties: [ApiId: [Ref: 'Api'], IntegrationType: 'AWS_PROXY', IntegrationUri: said] + integration],
            Route: [Type: 'AWS::ApiGatewayV2::Route', Properties: [ApiId: [Ref: 'Api'], RouteKey: 'GET /notes/{id}', AuthorizerId: [Ref: 'Authorizer'],
                AuthorizationType: authorizer.AuthorizerType == 'JWT' ? 'JWT' : 'CUSTOM', Target: [('Fn::Sub'): 'integrations/${Integration}']] + route]
        ], [Url: [('Fn::GetAtt'): ['Api', 'ApiEndpoint']]])
        assert outputs.Url: outputs
        outputs.Url.substring(cloud.endpoint().length())
    }

    private HttpResponse<String> get(String path, String token = null) {
        send('GET', path, '', token ? [Authorization: token] : [:])
    }

    private static String challenge(HttpResponse<String> response) {
        response.headers().firstValue('www-authenticate').orElse('')
    }

    def 'a good token of the issuer opens the route, and the function hears its claims'() {
        given:
        def url = api([AuthorizerType: 'JWT', IdentitySource: ['$request.header.Authorization'], JwtConfiguration: [Audience: ['shop'], Issuer: base()]],
                [AuthorizationScopes: ['write']])

        when:
        def answer = get("$url/notes/1", 'Bearer ' + token(good()))
        def jwt = JSON.readValue(answer.body(), Map).jwt

        then:
        answer.statusCode() == 200
        jwt.scopes == ['read', 'write']
        jwt.claims.sub == 'ada'
        jwt.claims.groups == '[a b]'
        jwt.claims.exp instanceof String

        and: 'keys are read once'
        get("$url/notes/1", token(good())).statusCode() == 200
        reads.get() == 2

        and: 'none, or one without the scope'
        get("$url/notes/1").with { [statusCode(), body(), challenge(it)] } == [401, '{"message":"Unauthorized"}', 'Bearer']
        get("$url/notes/1", token(good(scope: 'read'))).with { [statusCode(), body(), challenge(it)] } ==
                [403, '{"message":"Forbidden"}', 'Bearer scope="write" error="insufficient_scope" error_description="the token does not have the required scope"']
    }

    def 'a token that is not good is refused, and why is said'() {
        given:
        def url = api([AuthorizerType: 'JWT', JwtConfiguration: [Audience: ['shop'], Issuer: base()]])
        def why = { String text ->
            def answer = get("$url/notes/1", text)
            assert answer.statusCode() == 401
            challenge(answer).find(/error_description="(.*)"/) { it[1] }
        }

        expect:
        why('junk') == 'unable to decode the token'
        why(token(good(), stranger)) == 'the token has an invalid signature'
        why(token(good(), key, 'k2')) == 'unable to find a signing key for the token'
        why(token(good(iss: 'http://other'))) == 'the token has an invalid issuer'
        why(token(good(aud: ['x', 'y']))) == 'the token has an invalid audience'
        why(token(good(exp: 1))) == 'the token has expired'
        why(token(good(nbf: 99_999_999_999))) == 'the token is not yet valid'
        why('eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0.') == 'unable to decode the token'

        when: 'a token names its client instead of an audience'
        def claims = good(client_id: 'shop')
        claims.remove('aud')

        then:
        get("$url/notes/1", token(claims)).statusCode() == 200
    }

    def 'an issuer that does not answer lets nobody in'() {
        given:
        def url = api([AuthorizerType: 'JWT', JwtConfiguration: [Audience: ['shop'], Issuer: 'http://127.0.0.1:1']])

        expect:
        challenge(get("$url/notes/1", token(good()))).contains('OIDC discovery endpoint communication error')
    }

    def 'a function decides in simple words, which count for as long as is said'() {
        given:
        queue('out')
        teller('who', 'event', '({ isAuthorized: event.headers.authorization === "yes", context: { user: 7 } })')
        def url = api([AuthorizerType: 'REQUEST', AuthorizerPayloadFormatVersion: '2.0', EnableSimpleResponses: true, AuthorizerResultTtlInSeconds: 60,
            IdentitySource: ['$request.header.Authorization'], AuthorizerUri: arn('lambda', 'function:who')])

        expect:
        get("$url/notes/1?a=1", 'yes').with { [statusCode(), body()] } == [200, '{"lambda":{"user":7}}']
        get("$url/notes/1", 'no').with { [statusCode(), body()] } == [403, '{"message":"Forbidden"}']
        get("$url/notes/1").with { [statusCode(), body()] } == [401, '{"message":"Unauthorized"}']

        when:
        def event = said(2).find { it.headers.authorization == 'yes' }

        then:
        event.with { [version, type, identitySource, routeKey, rawPath, pathParameters] } ==
                ['2.0', 'REQUEST', ['yes'], 'GET /notes/{id}', '/notes/1', [id: '1']]
        event.routeArn ==~ 'arn:aws:execute-api:us-east-1:000000000000:\\w+/\\$default/GET/notes/1'

        when: 'again at once, and after the time'
        get("$url/notes/1", 'yes')
        moved.forward(61)
        get("$url/notes/1", 'yes')

        then: 'it was asked once'
        said(1).size() == 1
        left('out') == 0
    }

    def 'a function decides by a policy, in payload 1.0'() {
        given:
        function('who', '''export const handler = async (event) => event.authorizationToken === 'broken' ? 'x' : ({ principalId: 'ada', context: { v: event.version },
            policyDocument: { Statement: [{ Action: 'execute-api:*', Effect: 'Allow', Resource: event.methodArn.replace(/notes.*/, 'notes/1*') }] } })''')
        def url = api([AuthorizerType: 'REQUEST', AuthorizerPayloadFormatVersion: '1.0', AuthorizerResultTtlInSeconds: 0,
            IdentitySource: ['$request.header.Authorization'], AuthorizerUri: arn('lambda', 'function:who')], [:], [PayloadFormatVersion: '1.0'])

        expect:
        get("$url/notes/12", 'x').with { [statusCode(), JSON.readValue(body(), Map)] } == [200, [v: '1.0', principalId: 'ada']]
        get("$url/notes/2", 'x').statusCode() == 403
        get("$url/notes/12", 'broken').with { [statusCode(), body()] } == [500, '{"message":"Internal Server Error"}']
    }

    def 'IAM is recorded and lets everybody in'() {
        given:
        def url = api([AuthorizerType: 'JWT', JwtConfiguration: [Audience: ['a'], Issuer: base()]], [AuthorizationType: 'AWS_IAM'])

        expect:
        get("$url/notes/1").with { [statusCode(), body()] } == [200, 'null']
    }

    def 'what an authorizer cannot be is refused: #why'() {
        expect:
        deploy('a', [
            Api: [Type: 'AWS::ApiGatewayV2::Api', Properties: [Name: 'a', ProtocolType: 'HTTP']],
            Authorizer: [Type: 'AWS::ApiGatewayV2::Authorizer', Properties: [ApiId: [Ref: 'Api'], Name: 'who'] + authorizer]
        ]).failed.contains(why)

        where:
        authorizer                                                                                    | why
        [AuthorizerType: 'JWT']                                                                       | 'Audience and Issuer are required'
        [AuthorizerType: 'REQUEST', AuthorizerUri: 'arn:aws:lambda:us-east-1:000000000000:function:f'] | 'AuthorizerPayloadFormatVersion is required'
        [AuthorizerType: 'REQUEST', AuthorizerPayloadFormatVersion: '2.0', AuthorizerUri: 'x']        | 'Invalid Authorizer URI: x'
    }
}
