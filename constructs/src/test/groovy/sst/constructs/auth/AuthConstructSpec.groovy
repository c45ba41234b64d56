package sst.constructs.auth

import sst.constructs.synth.SynthSpecification
import sst.model.diagnostic.Code
import sst.model.diagnostic.UserError

class AuthConstructSpec extends SynthSpecification {
    static final String HANDLER = 'src/list.main'

    private static Map variables(Map template, String id) {
        template.Resources.find { it.key.startsWith(id) && it.value.Type == 'AWS::Lambda::Function' }.value.get('Properties').Environment.Variables
    }

    private static List<Map> grants(Map template, String id) {
        template.Resources.find { it.key.startsWith(id) && it.value.Type == 'AWS::IAM::Policy' }.value
                .get('Properties').PolicyDocument.Statement.findAll { it.Action == 'ssm:GetParameters' }
    }

    def "routes that let users in see both keys, all others the public one"() {
        given:
        stack('api') {
            def api = it.api('Api', [routes: ['GET /notes': HANDLER]])
            it.auth('sign-in', [authenticator: HANDLER]).attach(api: api, prefix: '/login')
        }

        when:
        def template = template('api')
        def names = ['prefix', 'privateKey', 'publicKey'].collect { "SST_Auth_${it}_sign_in".toString() }

        then:
        ofType(template, 'AWS::ApiGatewayV2::Route')*.get('Properties').RouteKey == ['GET /notes', 'ANY /login/{proxy+}', 'GET /login']
        variables(template, 'ApiLambdaGETnotes').subMap(names) == [SST_Auth_publicKey_sign_in: '__FETCH_FROM_SSM__']
        ['ApiLambdaANYlogin', 'ApiLambdaGETlogin'].every { id ->
            variables(template, id).subMap(names) == [SST_Auth_prefix_sign_in: '/login', SST_Auth_privateKey_sign_in: '__FETCH_FROM_SSM__',
                                                      SST_Auth_publicKey_sign_in: '__FETCH_FROM_SSM__']
        }
        grants(template, 'ApiLambdaGETnotes')*.Resource.toString().contains('parameter/sst/notes/dev/Auth/sign_in/publicKey')
        grants(template, 'ApiLambdaANYlogin')*.Resource.toString().contains('parameter/sst/notes/dev/Auth/sign_in/*')

        and:
        with(ofType(template, 'Custom::SignInKeys')[0].get('Properties')) {
            PublicPath == '/sst/notes/dev/Auth/sign_in/publicKey'
            PrivatePath == '/sst/notes/dev/Auth/sign_in/privateKey'
        }
        ofType(template, 'AWS::SSM::Parameter')*.get('Properties').find { it.Name == '/sst/notes/dev/Auth/sign_in/prefix' }.Value == '/login'
    }

    def "an API of another stack may take it, and its functions may be there"() {
        given:
        stack('users') { it.auth('Auth', [authenticator: [handler: HANDLER, timeout: 3]]) }
        stack('main') { it.use('users'); it.api('Api', [routes: ['GET /': HANDLER]]) }
        stack('more') { it.use('users').get('Auth').attach(it, [api: it.use('main').get('Api')]) }

        when:
        def more = json(run().assembly().resolve('dev-notes-more.template.json'))

        then:
        ofType(more, 'AWS::ApiGatewayV2::Route')*.get('Properties').RouteKey == ['ANY /auth/{proxy+}', 'GET /auth']
        ofType(more, 'AWS::Lambda::Function')*.get('Properties').Timeout == [3, 3]
    }

    def "refused at the line: #summary"() {
        when:
        stack('api') { it.with(body) }

        then:
        def refused = thrown(UserError)
        with(refused.diagnostics()[0]) {
            it.code() == code
            it.summary() == summary
            it.at().file() == 'AuthConstructSpec.groovy'
        }

        where:
        code              | body                                                                                                      || summary
        Code.CONFLICT     | { def api = it.api('Api'); def a = it.auth('A', [authenticator: HANDLER]); 2.times { a.attach(api: api) } } || 'this sign-in has already been attached to the api'
        Code.CONFLICT     | { def api = it.api('Api'); ['A', 'B'].each { id -> delegate.auth(id, [authenticator: HANDLER, prefix: "/$id"]).attach(api: api) } } || "another sign-in, 'A', has already been attached to the api"
        Code.WRONG_TYPE   | { it.auth('A', [authenticator: HANDLER]).attach(api: 'Api') }                                             || "'attach' of auth 'A' takes an api"
        Code.MISSING_PROP | { it.auth('A').attach(api: it.api('Api')) }                                                               || "auth 'A' needs 'authenticator'"
    }
}
