package sst.constructs.cognito

import java.util.function.Function

import software.amazon.awscdk.services.cognito.UserPool
import software.amazon.awscdk.services.cognito.UserPoolClient
import sst.constructs.synth.SynthSpecification
import sst.model.diagnostic.Code
import sst.model.diagnostic.UserError

class CognitoConstructSpec extends SynthSpecification {
    static final String HANDLER = 'src/list.main'

    private static Function imported() {
        { scope -> UserPool.fromUserPoolId(scope, 'Theirs', 'us-east-1_abc') } as Function
    }

    private static List<Map> policies(Map template) {
        ofType(template, 'AWS::IAM::Policy')*.get('Properties')
    }

    def "users of the pool are granted what the config says, also by policies of other stacks"() {
        given:
        stack('users') {
            it.cognito('Auth', [login: ['email', 'phone'], authUserPermissions: 's3:GetObject'])
                    .attachPermissionsForUnauthUsers([actions: ['s3:*'], resources: ['*'], effect: 'Deny'])
        }
        stack('api') {
            def auth = it.use('users').get('Auth')
            def table = it.table('Notes', [fields: [id: 'string'], primaryIndex: [partitionKey: 'id']])
            auth.attachPermissionsForAuthUsers(it, table, 'ses')
            auth.attachPermissionsForAuthUsers(it, 'sns')
        }

        when:
        def assembly = run().assembly()
        def users = json(assembly.resolve('dev-notes-users.template.json'))
        def api = json(assembly.resolve('dev-notes-api.template.json'))

        then:
        policies(users).PolicyDocument.Statement*.Action == [
                [['mobileanalytics:PutEvents', 'cognito-sync:*', 'cognito-identity:*'], 's3:GetObject'],
                [['mobileanalytics:PutEvents', 'cognito-sync:*'], 's3:*']]
        policies(users)[1].PolicyDocument.Statement[1].Effect == 'Deny'
        policies(api).PolicyDocument.Statement*.Action == [['dynamodb:*', 'ses:*', 'sns:*']]
        policies(api)[0].PolicyName.startsWith('AuthAuthdevnotesapiAuthRole')
        policies(api)[0].Roles[0].containsKey('Fn::ImportValue')
    }

    def "a pool and its client may be somebody else's"() {
        given:
        stack('users') {
            def client = { scope -> UserPoolClient.fromUserPoolClientId(scope, 'Client', 'theirs') } as Function
            def auth = it.cognito('Auth', [identityPoolFederation: false, cdk: [userPool: imported(), userPoolClient: client]])
            assert auth.cognitoIdentityPoolId == null
            it.outputs(Pool: auth.userPoolId, Client: auth.userPoolClientId)
        }

        expect:
        with(template('users')) {
            !it.containsKey('Resources')
            it.Outputs.Pool.Value == 'us-east-1_abc'
            it.Outputs.Client.Value == 'theirs'
        }
    }

    def "what the CDK takes beside our props is laid over them"() {
        given:
        stack('users') {
            it.cognito('Auth', [triggers: [preSignUp: HANDLER, customMessage: [handler: HANDLER, timeout: 3]],
                                identityPoolFederation: [twitter: [consumerKey: 'k', consumerSecret: 's'],
                                                         cdk: [cfnIdentityPool: [allowUnauthenticatedIdentities: false]]],
                                cdk: [userPool: [mfa: 'OPTIONAL'], userPoolClient: [disableOAuth: true]]])
        }

        expect:
        with(template('users')) {
            with(ofType(it, 'AWS::Cognito::UserPool')[0].get('Properties')) {
                it.MfaConfiguration == 'OPTIONAL'
                it.LambdaConfig.keySet() == ['PreSignUp', 'CustomMessage'] as Set
            }
            with(ofType(it, 'AWS::Cognito::IdentityPool')[0].get('Properties')) {
                !it.AllowUnauthenticatedIdentities
                it.SupportedLoginProviders == ['api.twitter.com': 'k;s']
            }
            !ofType(it, 'AWS::Cognito::UserPoolClient')[0].get('Properties').containsKey('AllowedOAuthFlows')
        }
    }

    def "refused at the line of the construct: #summary"() {
        when:
        stack('users') { it.with(body) }
        run()

        then:
        def refused = thrown(UserError)
        with(refused.diagnostics()[0]) {
            it.code() == code
            it.summary() == summary
            it.at().file() == 'CognitoConstructSpec.groovy'
        }

        where:
        code              | body                                                                                       || summary
        Code.CONFLICT     | { it.cognito('A', [triggers: [preSignUp: HANDLER], cdk: [userPool: imported()]]) }         || 'an imported user pool cannot have triggers'
        Code.CONFLICT     | { it.cognito('A', [cdk: [userPoolClient: imported()]]) }                                   || "'cdk.userPoolClient' is given and 'cdk.userPool' is not"
        Code.CONFLICT     | { it.cognito('A', [identityPoolFederation: false]).attachPermissionsForAuthUsers('s3') }   || "cognito 'A' grants its users permissions and has no identity pool"
        Code.WRONG_TYPE   | { it.cognito('A', [triggers: [preSignup: HANDLER]]) }                                      || "'triggers' of cognito 'A': 'preSignup' is no trigger of Cognito"
        Code.WRONG_TYPE   | { it.cognito('A', [login: 'mail']) }                                                       || "'login' of cognito 'A': expected one of email, phone, username, preferredUsername, got 'mail'"
        Code.MISSING_PROP | { it.cognito('A', [identityPoolFederation: [google: [:]]]) }                               || "google needs 'clientId'"
    }
}
