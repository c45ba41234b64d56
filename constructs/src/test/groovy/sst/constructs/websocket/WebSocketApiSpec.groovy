package sst.constructs.websocket

import java.util.function.Function

import software.amazon.awscdk.services.apigatewayv2.WebSocketApi
import software.amazon.awscdk.services.apigatewayv2.WebSocketApiAttributes
import software.amazon.awscdk.services.apigatewayv2.WebSocketStage
import software.amazon.awscdk.services.apigatewayv2.WebSocketStageAttributes
import spock.lang.Unroll
import sst.constructs.gateway.GatewaySpecification
import sst.model.diagnostic.UserError

class WebSocketApiSpec extends GatewaySpecification {
    static final Function API = { WebSocketApi.fromWebSocketApiAttributes(it, 'There', WebSocketApiAttributes.builder().webSocketId('abc').build()) }
    static final Function STAGE = {
        WebSocketStage.fromWebSocketStageAttributes(it, 'ThereStage', WebSocketStageAttributes.builder().stageName('live')
                .api(WebSocketApi.fromWebSocketApiAttributes(it, 'Its', WebSocketApiAttributes.builder().webSocketId('abc').build())).build())
    }

    private Map api(Map props) {
        stack('api') { it.webSocketApi('Chat', props) }
        template('api')
    }

    def "a stage named after the app's, deployed by itself, logs what happens, by a role that outlives the stack"() {
        when:
        def template = api([:])
        def stage = only(template, 'AWS::ApiGatewayV2::Stage')

        then:
        stage.StageName == 'dev'
        stage.AutoDeploy
        stage.AccessLogSettings.Format.contains('"connectionId":"$context.connectionId"')
        template.Resources.values().findAll { it.Type in ['AWS::ApiGateway::Account', 'AWS::IAM::Role'] }*.DeletionPolicy == ['Retain', 'Retain']
        template.Resources.values().find { it.Type == 'AWS::ApiGatewayV2::Stage' }.DependsOn.contains('ApiGatewayAccount')
    }

    def "APIs of a stack share the role, and one without a log needs none"() {
        given:
        stack('api') { it.webSocketApi('A'); it.webSocketApi('B') }
        stack('quiet') { it.webSocketApi('C', [accessLog: false]) }

        when:
        def assembly = run().assembly()

        then:
        ofType(json(assembly.resolve('dev-notes-api.template.json')), 'AWS::ApiGateway::Account').size() == 1
        ofType(json(assembly.resolve('dev-notes-quiet.template.json')), 'AWS::ApiGateway::Account').empty
    }

    def "functions of all routes may send to connections, later ones of other stacks too"() {
        given:
        stack('api') { it.webSocketApi('Chat', [routes: [$connect: HANDLER]]) }
        stack('more') { it.use('api').get('Chat').addRoutes(it, [say: [function: HANDLER, returnResponse: true]]) }

        when:
        def assembly = run().assembly()
        def templates = ['api', 'more'].collect { json(assembly.resolve("dev-notes-${it}.template.json")) }

        then:
        templates.every { template ->
            ofType(template, 'AWS::IAM::Policy').any { it.get('Properties').PolicyDocument.Statement*.Action.contains('execute-api:ManageConnections') }
        }
        only(templates[1], 'AWS::ApiGatewayV2::Route').subMap('RouteKey', 'RouteResponseSelectionExpression') ==
                [RouteKey: 'say', RouteResponseSelectionExpression: '$default']
        json(assembly.resolve('sst.json')).stacks['dev-notes-more'].resources.values().any { it.construct.endsWith('Chat+1/say') }
    }

    def "bound functions know both addresses and may send to connections"() {
        given:
        stack('api') {
            def chat = it.webSocketApi('Chat', [customDomain: 'chat.acme.com'])
            it.function('Sender', [handler: HANDLER, bind: [chat], environment: [ARN: chat.connectionsArn, URL: chat.url]])
            it.outputs(Url: chat.customDomainUrl)
        }

        when:
        def template = template('api')
        def variables = only(template, 'AWS::Lambda::Function').Environment.Variables

        then:
        variables.SST_WebSocketApi_url_Chat.toString().contains('wss://')
        variables.SST_WebSocketApi_httpsUrl_Chat.toString().contains('https://')
        variables.URL.toString().contains('wss://')
        variables.ARN.toString().contains('/*/*/@connections/*')
        template.Outputs.Url.Value == 'wss://chat.acme.com'
        only(template, 'AWS::ApiGatewayV2::ApiMapping').Stage != null
        ofType(template, 'AWS::IAM::Policy').any { it.get('Properties').PolicyDocument.Statement*.Action.contains('execute-api:ManageConnections') }
    }

    def "only who connects is asked who it is"() {
        given:
        stack('api') {
            def asked = it.function('Asked', [handler: HANDLER])
            it.webSocketApi('Chat', [authorizer: [type: 'lambda', function: asked, identitySource: ['route.request.querystring.t']],
                                     routes    : [$connect: HANDLER, $default: HANDLER]])
        }

        when:
        def template = template('api')

        then:
        ofType(template, 'AWS::ApiGatewayV2::Route')*.get('Properties').collectEntries { [it.RouteKey, it.AuthorizationType] } ==
                [$connect: 'CUSTOM', $default: 'NONE']
        only(template, 'AWS::ApiGatewayV2::Authorizer').IdentitySource == ['route.request.querystring.t']
    }

    def "an API and stage that 'cdk' gives take routes"() {
        given:
        stack('api') {
            def chat = it.webSocketApi('Chat', [cdk: [webSocketApi: API, webSocketStage: STAGE], routes: [hi: HANDLER]])
            it.outputs(Url: chat.url, Https: chat.httpsUrl, Route: chat.getRoute(' hi '))
        }

        when:
        def template = template('api')

        then:
        only(template, 'AWS::ApiGatewayV2::Route').ApiId == 'abc'
        ofType(template, 'AWS::ApiGatewayV2::Stage').empty
        template.Outputs.Https.Value == 'https://abc.execute-api.us-east-1.amazonaws.com/live'
        template.Outputs.Route.Value.Ref.startsWith('ChatRoutehi')
    }

    @Unroll
    def "a WebSocket API is refused: #reason"() {
        when:
        api(props)

        then:
        def refused = thrown(UserError)
        refused.diagnostics()[0].summary().contains(reason)

        where:
        props                                                                                    | reason
        [cdk: [webSocketStage: STAGE]]                                                           | 'gives a stage but not the API'
        [cdk: [webSocketApi: API, webSocketStage: STAGE], accessLog: true]                       | "'accessLog' cannot be set"
        [cdk: [webSocketApi: API, webSocketStage: STAGE], customDomain: 'a.acme.com']            | "'customDomain' cannot be set"
        [cdk: [webSocketStage: [domainMapping: [mappingKey: 'x']]]]                              | "'domainMapping' of 'cdk.webSocketStage' cannot be set"
        [authorizer: 'lambda']                                                                   | "needs 'function'"
        [authorizer: 'jwt']                                                                      | 'expected one of none, iam, lambda'
        [routes: [say: HANDLER, ' say ': HANDLER]]                                               | "route 'say' is written twice"
        [routes: [' ': HANDLER]]                                                                 | 'a route has no name'
    }

    def "what is bound to a route that is not there is refused"() {
        given:
        stack('api') { it.webSocketApi('Chat', [routes: [$connect: HANDLER]]).attachPermissionsToRoute('say', 'ses') }

        when:
        run()

        then:
        thrown(UserError)
    }
}
