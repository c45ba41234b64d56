package sst.constructs.restapi

import java.util.function.Function

import software.amazon.awscdk.services.apigateway.DomainName
import software.amazon.awscdk.services.apigateway.DomainNameAttributes
import software.amazon.awscdk.services.apigateway.RestApi
import software.amazon.awscdk.services.apigateway.RestApiAttributes
import software.amazon.awscdk.services.iam.Role
import software.amazon.awscdk.services.lambda.Function as LambdaFunction
import spock.lang.Unroll
import sst.constructs.gateway.GatewaySpecification
import sst.model.diagnostic.UserError

class ApiGatewayV1ApiSpec extends GatewaySpecification {
    static final Function API = { RestApi.fromRestApiAttributes(it, 'There', RestApiAttributes.builder().restApiId('abc').rootResourceId('root').build()) }

    private Map api(Map props) {
        stack('api') { it.apiGatewayV1Api('Api', props) }
        template('api')
    }

    def "it is traced, logged, open to all origins and named after the stage"() {
        when:
        def template = api([:])
        def stage = only(template, 'AWS::ApiGateway::Stage')

        then:
        stage.StageName == 'dev'
        stage.TracingEnabled
        stage.AccessLogSetting.Format.contains('"resourcePath":"$context.resourcePath"')
        only(template, 'AWS::ApiGateway::RestApi').Name == 'dev-notes-Api'
        ofType(template, 'AWS::ApiGateway::GatewayResponse').empty
    }

    def "cors that is written out opens errors too, and false closes all"() {
        expect:
        ofType(api(cors: cors, routes: ['GET /': HANDLER]), 'AWS::ApiGateway::GatewayResponse')*.get('Properties')*.ResponseType == types

        where:
        cors  | types
        true  | ['DEFAULT_4XX', 'DEFAULT_5XX']
        false | []
    }

    def "props of the stage are laid over SST's"() {
        when:
        def template = api(cdk: [restApi: [description: 'd', deployOptions: [tracingEnabled: false, stageName: 'live']]], accessLog: false)

        then:
        only(template, 'AWS::ApiGateway::Stage').subMap('StageName', 'TracingEnabled', 'AccessLogSetting') == [StageName: 'live', TracingEnabled: false]
        only(template, 'AWS::ApiGateway::RestApi').Description == 'd'
    }

    def "an access log may go to a group that is there"() {
        expect:
        only(api(accessLog: [destinationArn: 'arn:aws:logs:us-east-1:123456789012:log-group:mine:*', format: '$context.requestId']), 'AWS::ApiGateway::Stage')
                .AccessLogSetting.DestinationArn.toString().contains('log-group:mine')
    }

    def "methods share the resources of their paths, greedy ones too"() {
        when:
        def template = api(routes: ['GET /notes': HANDLER, 'POST /notes': HANDLER, 'GET /notes/{id}': HANDLER, 'ANY /{proxy+}': HANDLER,
                                    'GET /files/{proxy+}': HANDLER, 'PUT /files/{proxy+}': HANDLER, 'GET /': HANDLER], cors: false)

        then:
        ofType(template, 'AWS::ApiGateway::Resource')*.get('Properties').PathPart == ['notes', '{id}', '{proxy+}', 'files', '{proxy+}']
        ofType(template, 'AWS::ApiGateway::Method')*.get('Properties').HttpMethod.countBy { it } == [GET: 4, POST: 1, ANY: 2, PUT: 1]
        template.Resources.keySet().any { it.startsWith('ApiLambdaGETnotesid') }
    }

    def "an API without any method is refused in the CDK's words"() {
        when:
        api(cors: false)

        then:
        def refused = thrown(UserError)
        refused.diagnostics()[0].summary().contains("doesn't contain any methods")
    }

    def "an API that is there takes routes below paths that are, and a deployment that changes with them"() {
        given:
        def deployed = { Map routes ->
            config = new sst.model.app.build.AppBuilder(new sst.model.app.StageContext('dev', [:], '', false)).app('notes').region('us-east-1')
            stack('api') {
                def api = it.apiGatewayV1Api('Api', [cdk: [restApi: API, importedPaths: ['/notes': 'n1']], routes: routes])
                it.outputs(Url: api.url, Arn: api.restApiArn)
            }
            template('api')
        }

        when:
        def first = deployed(['GET /notes/new': HANDLER])
        def second = deployed(['GET /notes/new': HANDLER, 'GET /x/y': HANDLER])
        def deployment = { Map template -> template.Resources.find { it.value.Type == 'AWS::ApiGateway::Deployment' } }

        then:
        ofType(first, 'AWS::ApiGateway::Resource')*.get('Properties') == [[ParentId: 'n1', PathPart: 'new', RestApiId: 'abc']]
        deployment(first).key != deployment(second).key
        deployment(first).value.get('Properties').StageName == 'dev'
        deployment(first).value.DependsOn != null
        first.Outputs.Url.Value == 'https://abc.execute-api.us-east-1.amazonaws.com/dev/'
        first.Outputs.Arn.Value.toString().contains('::/restapis/abc')
    }

    def "routes of another stack have their functions there"() {
        given:
        stack('api') { it.apiGatewayV1Api('Api', [routes: ['GET /': HANDLER]]) }
        stack('more') { it.apiGatewayV1Api('Other') }
        def api = null
        config.stack('api', { api = it.find('Api').get() })
        config.stack('more', { api.addRoutes(it, ['GET /more': HANDLER]).attachPermissions('ses') })

        when:
        def assembly = run().assembly()

        then:
        ofType(json(assembly.resolve('dev-notes-more.template.json')), 'AWS::Lambda::Function').size() == 1
        ofType(json(assembly.resolve('dev-notes-api.template.json')), 'AWS::ApiGateway::Method')*.get('Properties').count { it.HttpMethod == 'GET' } == 2
    }

    def "user pools and functions may decide"() {
        given:
        stack('api') {
            def asked = it.function('Asked', [handler: HANDLER])
            def role = { scope -> Role.fromRoleArn(scope, 'Role', 'arn:aws:iam::123456789012:role/r') } as Function
            it.apiGatewayV1Api('Api', [
                    authorizers: [
                            pool   : [type: 'user_pools', userPoolIds: ['us-east-1_a', 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_b'], name: 'Pool'],
                            token  : [type: 'lambda_token', function: asked, validationRegex: '^Bearer ', cdk: [assumeRole: role]],
                            request: [type: 'lambda_request', function: asked, identitySources: ['method.request.header.X'], resultsCacheTtl: '1 minute']],
                    defaults   : [authorizer: 'pool', authorizationScopes: ['read']],
                    routes     : ['GET /a': HANDLER, 'GET /b': [function: HANDLER, authorizer: 'token', cdk: [method: [apiKeyRequired: true]]],
                                  'GET /c': [function: HANDLER, authorizer: 'request'], 'GET /d': [function: HANDLER, authorizer: 'iam']]])
        }

        when:
        def template = template('api')
        def authorizers = ofType(template, 'AWS::ApiGateway::Authorizer')*.get('Properties').collectEntries { [it.Type, it] }
        def methods = ofType(template, 'AWS::ApiGateway::Method')*.get('Properties').findAll { it.HttpMethod == 'GET' }

        then:
        authorizers.COGNITO_USER_POOLS.ProviderARNs.size() == 2
        authorizers.COGNITO_USER_POOLS.ProviderARNs[1].endsWith('userpool/us-east-1_b')
        authorizers.COGNITO_USER_POOLS.Name == 'Pool'
        authorizers.TOKEN.IdentityValidationExpression == '^Bearer '
        authorizers.TOKEN.AuthorizerResultTtlInSeconds == 0
        authorizers.REQUEST.AuthorizerResultTtlInSeconds == 60
        methods*.AuthorizationType.sort() == ['AWS_IAM', 'COGNITO_USER_POOLS', 'CUSTOM', 'CUSTOM']
        methods.find { it.AuthorizationType == 'COGNITO_USER_POOLS' }.AuthorizationScopes == ['read']
        methods.count { it.ApiKeyRequired } == 1
    }

    def "a function of the CDK may answer, and bound functions get the address"() {
        given:
        stack('api') {
            def theirs = { scope -> LambdaFunction.fromFunctionArn(scope, 'F', 'arn:aws:lambda:us-east-1:123456789012:function:f') } as Function
            def api = it.apiGatewayV1Api('Api', [routes: ['GET /': [cdk: [function: theirs, integration: [proxy: false]]]]])
            it.function('Reader', [handler: HANDLER, bind: [api], permissions: [api]])
        }

        when:
        def template = template('api')
        def reader = template.Resources.values().find { it.Type == 'AWS::Lambda::Function' }.get('Properties')

        then:
        ofType(template, 'AWS::ApiGateway::Method')*.get('Properties').find { it.HttpMethod == 'GET' }.Integration.Type == 'AWS'
        reader.Environment.Variables.SST_ApiGatewayV1Api_url_Api.toString().contains('execute-api')
        ofType(template, 'AWS::IAM::Policy')*.get('Properties').any { it.PolicyDocument.Statement*.Action.contains('execute-api:Invoke') }
    }

    def "a domain has its certificate, records, path and settings"() {
        given:
        stack('api') {
            def trusted = it.bucket('Trusted')
            def api = it.apiGatewayV1Api('Api', [customDomain: [domainName: 'api.acme.com', path: 'v1', securityPolicy: 'TLS 1.2',
                                                                mtls: [bucket: trusted, key: 'ca.pem', version: '3']]])
            it.outputs(Url: api.customDomainUrl)
        }

        when:
        def template = template('api')
        def name = only(template, 'AWS::ApiGateway::DomainName')

        then:
        name.subMap('DomainName', 'SecurityPolicy', 'EndpointConfiguration') ==
                [DomainName: 'api.acme.com', SecurityPolicy: 'TLS_1_2', EndpointConfiguration: [Types: ['REGIONAL']]]
        name.MutualTlsAuthentication.TruststoreVersion == '3'
        only(template, 'AWS::ApiGateway::BasePathMapping').BasePath == 'v1'
        ofType(template, 'AWS::Route53::RecordSet')*.get('Properties').Type == ['A', 'AAAA']
        template.Outputs.Url.Value == 'https://api.acme.com/v1/'
        template.Resources.keySet().containsAll(['ApiCertificate285C31EB', 'ApiDomainNameAC93F744'])
    }

    def "a domain at the edge has its certificate in us-east-1, unless one is given"() {
        expect:
        def template = api(customDomain: [domainName: 'api.acme.com', endpointType: 'edge', cdk: given])
        ofType(template, 'AWS::CloudFormation::CustomResource').size() == requested
        only(template, 'AWS::ApiGateway::DomainName').EndpointConfiguration.Types == ['EDGE']

        where:
        given                      | requested
        [:]                        | 1
        [certificate: CERTIFICATE] | 0
    }

    def "a domain name that is there gets a mapping alone"() {
        given:
        def there = { scope ->
            DomainName.fromDomainNameAttributes(scope, 'Shared', DomainNameAttributes.builder().domainName('api.acme.com')
                    .domainNameAliasHostedZoneId('Z').domainNameAliasTarget('t').build())
        } as Function

        when:
        def template = api(customDomain: [path: 'users', cdk: [domainName: there]])

        then:
        only(template, 'AWS::ApiGateway::BasePathMapping').subMap('BasePath', 'DomainName') == [BasePath: 'users', DomainName: 'api.acme.com']
        ofType(template, 'AWS::Route53::RecordSet').empty
    }

    @Unroll
    def "a REST API is refused: #reason"() {
        when:
        api(props)

        then:
        def refused = thrown(UserError)
        refused.diagnostics()[0].summary().contains(reason)

        where:
        props                                                                                                | reason
        [cdk: [restApi: API], cors: true]                                                                    | "'cors' cannot be set"
        [cdk: [restApi: API], accessLog: true]                                                               | "'accessLog' cannot be set"
        [cdk: [restApi: API], customDomain: 'a.acme.com']                                                    | "'customDomain' cannot be set"
        [cdk: [importedPaths: ['/a': 'x']]]                                                                  | "'importedPaths' cannot be set"
        [cors: true, cdk: [restApi: [defaultCorsPreflightOptions: [allowOrigins: ['*']]]]]                   | "both 'cors' and"
        [accessLog: true, cdk: [restApi: [deployOptions: [accessLogFormat: 'x']]]]                           | "both 'accessLog' and"
        [customDomain: 'a.acme.com', cdk: [restApi: [domainName: [domainName: 'a.acme.com']]]]               | "both 'customDomain' and"
        [customDomain: [cdk: [domainName: ZONE], endpointType: 'edge']]                                      | "'endpointType' cannot be set"
        [customDomain: [cdk: [domainName: ZONE], securityPolicy: 'TLS 1.2']]                                 | "'securityPolicy' cannot be set"
        [authorizers: [none: [type: 'user_pools', userPoolIds: ['x']]]]                                      | "cannot be named 'none'"
        [authorizers: [a: [type: 'user_pools']]]                                                             | "needs 'userPoolIds'"
        [authorizers: [a: [type: 'lambda_token']]]                                                           | "needs 'function'"
        [routes: ['GET /': [function: HANDLER, authorizer: 'x']]]                                            | "there is no authorizer 'x'"
        [routes: [$default: HANDLER]]                                                                        | "'\$default' is not a route"
    }
}
