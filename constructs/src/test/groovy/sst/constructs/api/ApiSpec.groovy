package sst.constructs.api

import java.util.function.Function

import software.amazon.awscdk.services.apigatewayv2.DomainName
import software.amazon.awscdk.services.apigatewayv2.DomainNameAttributes
import software.amazon.awscdk.services.apigatewayv2.HttpApi
import software.amazon.awscdk.services.apigatewayv2.HttpApiAttributes
import software.amazon.awscdk.services.ec2.SubnetSelection
import software.amazon.awscdk.services.ec2.Vpc
import software.amazon.awscdk.services.ec2.VpcAttributes
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction
import spock.lang.Unroll
import sst.constructs.gateway.GatewaySpecification
import sst.constructs.synth.SynthOptions
import sst.model.diagnostic.UserError

class ApiSpec extends GatewaySpecification {
    private Map api(Map props) {
        stack('api') { it.api('Api', props) }
        template('api')
    }

    def "a domain on Route 53 has a certificate that proves itself and records for both kinds of addresses"() {
        when:
        def template = api(customDomain: 'api.acme.com', routes: ['GET /': HANDLER])

        then:
        only(template, 'AWS::CertificateManager::Certificate').DomainValidationOptions == [[DomainName: 'api.acme.com', HostedZoneId: 'Z1']]
        only(template, 'AWS::ApiGatewayV2::DomainName').DomainName == 'api.acme.com'
        only(template, 'AWS::ApiGatewayV2::ApiMapping').Stage == '$default'
        ofType(template, 'AWS::Route53::RecordSet')*.get('Properties').collect { [it.Name, it.Type, it.HostedZoneId] } ==
                [['api.acme.com.', 'A', 'Z1'], ['api.acme.com.', 'AAAA', 'Z1']]
        template.Resources.keySet().containsAll(['ApiCertificate285C31EB', 'ApiDomainNameAC93F744'])
    }

    def "a domain may name its zone and a path, and bound functions get its address"() {
        given:
        stack('api') {
            def api = it.api('Api', [customDomain: [domainName: 'api.zone.io', hostedZone: 'zone.io', path: 'v1']])
            it.function('Reader', [handler: HANDLER, bind: [api]])
            it.outputs(Url: api.customDomainUrl)
        }

        when:
        def template = template('api')

        then:
        only(template, 'AWS::ApiGatewayV2::ApiMapping').ApiMappingKey == 'v1'
        template.Outputs.Url.Value == 'https://api.zone.io/v1/'
        only(template, 'AWS::Lambda::Function').Environment.Variables.SST_Api_url_Api == [
                'Fn::Join': ['', ['https://', [Ref: 'ApiDomainNameAC93F744'], '/v1/']]]
    }

    def "a zone is known by its id, where the account is not known"() {
        given:
        def anywhere = new SynthOptions(project.resolve('.sst/assembly/any'), 'us-east-1', '', [:])
        stack('api') { it.api('Api', [customDomain: props]) }

        when:
        def assembly = synth().run(config.build('source'), anywhere).assembly()
        def records = ofType(json(assembly.resolve('dev-notes-api.template.json')), 'AWS::Route53::RecordSet')*.get('Properties')

        then:
        records.HostedZoneId.unique() == ['Z9']
        records.Name.unique() == ['api.acme.com.']

        where:
        props << [[domainName: 'api.acme.com', hostedZoneId: 'Z9'], [domainName: 'api.acme.com', hostedZone: 'acme.com', hostedZoneId: 'Z9']]
    }

    def "a zone whose id is not known is asked for by name, and found in what was answered"() {
        given:
        def key = 'hosted-zone:stage=dev:domainName=acme.com'
        stack('api') { it.api('Api', [customDomain: 'api.acme.com']) }
        def asked = { Map context ->
            synth().run(config.build('source'), new SynthOptions(project.resolve('.sst/assembly/any'), 'us-east-1', '', context)).assembly()
        }

        when:
        def missing = json(asked([:]).resolve('manifest.json')).missing

        then:
        missing*.key == [key]
        missing*.provider == ['hosted-zone']
        missing*.props*.domainName == ['acme.com']

        when:
        def answered = asked([(key): [Id: '/hostedzone/Z7', Name: 'acme.com.']])

        then:
        json(answered.resolve('manifest.json')).missing == null
        ofType(json(answered.resolve('dev-notes-api.template.json')), 'AWS::Route53::RecordSet')*.get('Properties').HostedZoneId.unique() == ['Z7']
    }

    def "a zone whose name is a reference needs its id"() {
        given:
        stack('api') {
            it.api('Api', [customDomain: [domainName: 'api.acme.com', hostedZone: it.bucket('Names').bucketName]])
        }

        when:
        run()

        then:
        def refused = thrown(UserError)
        refused.diagnostics()[0].summary() == 'a hosted zone whose name is a reference needs its id'
    }

    def "a domain elsewhere brings its certificate and needs no zone"() {
        when:
        def template = api(customDomain: [domainName: 'www.acme.com', isExternalDomain: true, cdk: [certificate: CERTIFICATE]])

        then:
        only(template, 'AWS::ApiGatewayV2::DomainName').DomainNameConfigurations[0].CertificateArn == CERTIFICATE_ARN
        ofType(template, 'AWS::Route53::RecordSet').empty
    }

    def "a domain name that is there already gets a mapping alone"() {
        given:
        def there = { scope ->
            DomainName.fromDomainNameAttributes(scope, 'Shared', DomainNameAttributes.builder().name('api.acme.com')
                    .regionalDomainName('d-1').regionalHostedZoneId('Z3').build())
        } as Function
        stack('api') {
            def api = it.api('Api', [customDomain: [path: 'users', cdk: [domainName: there]]])
            it.outputs(Url: api.customDomainUrl)
        }

        when:
        def template = template('api')

        then:
        only(template, 'AWS::ApiGatewayV2::ApiMapping').DomainName == 'api.acme.com'
        ofType(template, 'AWS::ApiGatewayV2::DomainName').empty
        template.Outputs.Url.Value == 'https://api.acme.com/users/'
    }

    def "a domain name that is a reference is written as it is into its records"() {
        given:
        stack('api') {
            def name = it.cdk { scope -> 'api.acme.com' }
            it.api('Api', [customDomain: [domainName: name, cdk: [hostedZone: ZONE]]])
        }

        expect:
        ofType(template('api'), 'AWS::Route53::RecordSet')*.get('Properties').Name.unique() == ['api.acme.com']
    }

    @Unroll
    def "custom domain is refused: #reason"() {
        when:
        api([customDomain: domain])

        then:
        def refused = thrown(UserError)
        refused.diagnostics()[0].summary().contains(reason)
        refused.diagnostics()[0].at().file() == 'ApiSpec.groovy'

        where:
        domain                                                                               | reason
        [path: 'v1']                                                                         | "needs 'domainName'"
        'API.acme.com'                                                                       | 'not in lower case'
        [domainName: 'a.acme.com', hostedZone: 'acme.com', cdk: [hostedZone: ZONE]]          | "both 'hostedZone' and 'cdk.hostedZone'"
        [domainName: 'a.acme.com', isExternalDomain: true]                                   | 'needs a certificate'
        [domainName: 'a.io', isExternalDomain: true, hostedZone: 'a.io', cdk: [certificate: CERTIFICATE]] | "'hostedZone' cannot be set"
        [hostedZone: 'acme.com', cdk: [domainName: ZONE]]                                    | "'hostedZone' cannot be set"
        [cdk: [domainName: ZONE, certificate: CERTIFICATE]]                                  | "'certificate' cannot be set"
        [domainName: 'a.acme.com', cdk: [certificate: [arn: 'x']]]                           | 'is no CDK object'
        [domainName: 'a.acme.com', cdk: [zone: ZONE]]                                        | "has no 'zone'"
    }

    @Unroll
    def "'#prop' is refused for an API that 'cdk' gives"() {
        given:
        def there = { HttpApi.fromHttpApiAttributes(it, 'There', HttpApiAttributes.builder().httpApiId('abc').build()) } as Function

        when:
        api([cdk: [httpApi: there] + more] + props)

        then:
        def refused = thrown(UserError)
        refused.diagnostics()[0].summary() == "'$prop' cannot be set: 'cdk.httpApi' is there already"

        where:
        prop           | props                          | more
        'cors'         | [cors: true]                   | [:]
        'accessLog'    | [accessLog: false]             | [:]
        'customDomain' | [customDomain: 'api.acme.com'] | [:]
        'httpStages'   | [:]                            | [httpStages: [[stageName: 'a']]]
    }

    def "an API that 'cdk' gives takes routes and has an address"() {
        given:
        stack('api') {
            def there = { HttpApi.fromHttpApiAttributes(it, 'There', HttpApiAttributes.builder().httpApiId('abc').build()) } as Function
            it.outputs(Url: it.api('Api', [cdk: [httpApi: there], routes: ['GET /': HANDLER]]).url)
        }

        when:
        def template = template('api')

        then:
        template.Outputs.Url.Value == 'https://abc.execute-api.us-east-1.amazonaws.com'
        only(template, 'AWS::ApiGatewayV2::Route').ApiId == 'abc'

        when:
        config.stack('api', { it.find('Api').get().setCors(true) })

        then:
        thrown(UserError)
    }

    def "cors may be said later"() {
        given:
        stack('api') {
            def api = it.api('Api')
            api.cors = [allowOrigins: ['https://acme.com'], maxAge: '1 day']
        }

        expect:
        only(template('api'), 'AWS::ApiGatewayV2::Api').CorsConfiguration.AllowOrigins == ['https://acme.com']
    }

    def "a user pool, an issuer and a function may decide, each route for itself"() {
        given:
        stack('api') {
            def asked = it.function('Asked', [handler: HANDLER])
            it.api('Api', [
                    authorizers: [
                            pool : [type: 'user_pool', userPool: [id: 'eu-west-1_x', clientIds: ['c1'], region: 'eu-west-1']],
                            other: [type: 'jwt', name: 'Others', identitySource: ['$request.querystring.t'], jwt: [issuer: 'https://i', audience: ['a']]],
                            code : [type: 'lambda', function: asked, responseTypes: ['simple'], resultsCacheTtl: '30 seconds']],
                    defaults   : [authorizer: 'pool', authorizationScopes: ['read']],
                    routes     : ['GET /a': HANDLER, 'GET /b': [function: HANDLER, authorizer: 'other', authorizationScopes: ['write']],
                                  'GET /c': [function: HANDLER, authorizer: 'code'], 'GET /d': [function: HANDLER, authorizer: 'iam'],
                                  'GET /e': [function: HANDLER, authorizer: 'none'], 'GET /f': [type: 'url', url: 'https://x', authorizer: 'other']]])
        }

        when:
        def template = template('api')
        def routes = ofType(template, 'AWS::ApiGatewayV2::Route')*.get('Properties').collectEntries { [it.RouteKey - 'GET /', [it.AuthorizationType, it.AuthorizationScopes]] }
        def authorizers = ofType(template, 'AWS::ApiGatewayV2::Authorizer')*.get('Properties').collectEntries { [it.Name, it] }

        then:
        routes == [a: ['JWT', ['read']], b: ['JWT', ['write']], c: ['CUSTOM', null], d: ['AWS_IAM', null], e: ['NONE', null], f: ['JWT', ['read']]]
        authorizers.pool.JwtConfiguration == [Audience: ['c1'], Issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_x']
        authorizers.Others.IdentitySource == ['$request.querystring.t']
        authorizers.code.AuthorizerResultTtlInSeconds == 30
        authorizers.code.EnableSimpleResponses
    }

    @Unroll
    def "an authorizer is refused: #reason"() {
        when:
        api([authorizers: authorizers, routes: ['GET /': [function: HANDLER, authorizer: 'pool']]])

        then:
        def refused = thrown(UserError)
        refused.diagnostics()[0].summary().contains(reason)

        where:
        authorizers                                               | reason
        [:]                                                       | "there is no authorizer 'pool'"
        [poll: [type: 'jwt', jwt: [issuer: 'i', audience: 'a']]]  | "there is no authorizer 'pool'"
        [iam: [type: 'jwt', jwt: [issuer: 'i', audience: 'a']]]   | "cannot be named 'iam'"
        [pool: [type: 'jwt']]                                     | "needs 'jwt'"
        [pool: [type: 'user_pool']]                               | "needs 'userPool'"
        [pool: [type: 'lambda']]                                  | "needs 'function'"
        [pool: [type: 'basic']]                                   | 'expected one of user_pool, jwt, lambda'
    }

    def "AWS services answer by a role that may do just that"() {
        when:
        def template = api(routes: ['POST /jobs': [type: 'aws', cdk: [integration: [
                subtype: 'SQS-SendMessage', parameterMapping: [QueueUrl: 'https://q', MessageBody: '$request.body']]]]])

        then:
        def integration = only(template, 'AWS::ApiGatewayV2::Integration')
        integration.subMap('IntegrationType', 'IntegrationSubtype', 'PayloadFormatVersion', 'RequestParameters') == [
                IntegrationType     : 'AWS_PROXY', IntegrationSubtype: 'SQS-SendMessage', PayloadFormatVersion: '1.0',
                RequestParameters   : [QueueUrl: 'https://q', MessageBody: '$request.body']]
        only(template, 'AWS::IAM::Role').Policies[0].PolicyDocument.Statement[0].Action == 'sqs:SendMessage'
        template.Resources.keySet().any { it.startsWith('ApiIntegrationRolePOSTjobs') }
        integration.CredentialsArn != null
    }

    def "listeners of load balancers and other servers answer"() {
        given:
        def listener = { scope ->
            def vpc = Vpc.fromVpcAttributes(scope, 'Vpc', VpcAttributes.builder().vpcId('vpc-1').availabilityZones(['us-east-1a']).privateSubnetIds(['s-1']).build())
            def load = ApplicationLoadBalancer.Builder.create(scope, 'LB').vpc(vpc)
                    .vpcSubnets(SubnetSelection.builder().subnets(vpc.privateSubnets).build()).build()
            load.addListener('L', BaseApplicationListenerProps.builder().port(80)
                    .defaultAction(ListenerAction.fixedResponse(200)).build())
        } as Function

        when:
        def template = api(routes: [
                'GET /alb': [type: 'alb', cdk: [albListener: listener]],
                'GET /url': [type: 'url', url: 'https://acme.com', cdk: [integration: [method: 'DELETE']]]])
        def integrations = ofType(template, 'AWS::ApiGatewayV2::Integration')*.get('Properties')

        then:
        integrations.find { it.ConnectionType == 'VPC_LINK' }.IntegrationMethod == 'ANY'
        integrations.find { it.IntegrationUri == 'https://acme.com' }.IntegrationMethod == 'DELETE'
        ofType(template, 'AWS::Lambda::Function').empty
    }

    def "GraphQL functions know their path"() {
        when:
        def template = api(routes: ['POST /graphql': [type: 'graphql', function: HANDLER]], defaults: [payloadFormatVersion: '1.0'])

        then:
        only(template, 'AWS::Lambda::Function').Environment.Variables.GRAPHQL_ENDPOINT == '/graphql'
        only(template, 'AWS::ApiGatewayV2::Integration').PayloadFormatVersion == '2.0'
    }

    @Unroll
    def "a route is refused: #reason"() {
        when:
        api(routes: routes)

        then:
        def refused = thrown(UserError)
        refused.diagnostics()[0].summary().contains(reason)

        where:
        routes                                                                      | reason
        ['GET /': [type: 'alb']]                                                    | "needs 'albListener' under 'cdk'"
        ['GET /': [type: 'aws']]                                                    | "needs 'integration' under 'cdk'"
        ['GET /': [type: 'aws', cdk: [integration: [subtype: 'SNS-Publish']]]]      | "no integration of subtype 'SNS-Publish'"
        ['GET /': [type: 'page']]                                                   | "expected one of function, graphql, url, alb, nlb, aws, got 'page'"
        ['GET /': [type: 'graphql', function: HANDLER, pothos: [schema: 's.ts']]]   | "'pothos' is not supported"
        ['GET /': [type: 'url']]                                                    | "needs 'url'"
        ['GET /a': HANDLER, 'get  /a': HANDLER]                                     | "route 'GET /a' is written twice"
        ['GET /a b': HANDLER]                                                       | "'GET /a b' is not a route"
        ['FETCH /a': HANDLER]                                                       | "'FETCH' is not a method"
        ['GET a': HANDLER]                                                          | "route 'GET a' has no path"
    }

    def "each stage has a log of its own, named after it"() {
        when:
        def template = api(cdk: [httpApi: [createDefaultStage: false], httpStages: [[stageName: 'alpha'], [stageName: 'beta', autoDeploy: true]]],
                accessLog: [retention: 'one_week'])
        def groups = ofType(template, 'AWS::Logs::LogGroup')*.get('Properties')

        then:
        ofType(template, 'AWS::ApiGatewayV2::Stage')*.get('Properties').StageName == ['alpha', 'beta']
        groups.LogGroupName*.get('Fn::Join').collect { it[1].last() } == ['/alpha', '/beta']
        groups.RetentionInDays == [7, 7]
    }

    def "settings of the CDK that SST has props for are refused"() {
        when:
        api(cdk: [httpApi: [corsPreflight: [allowOrigins: ['*']]]])

        then:
        def refused = thrown(UserError)
        refused.diagnostics()[0].summary() == "'corsPreflight' of 'cdk.httpApi' cannot be set"
        refused.diagnostics()[0].hint() == "use 'cors'"
    }
}
