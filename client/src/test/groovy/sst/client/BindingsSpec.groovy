package sst.client

import spock.lang.Specification

class BindingsSpec extends Specification {

    static final APP = [SST_APP: 'notes', SST_STAGE: 'dev', SST_SSM_PREFIX: '/sst/notes/dev/']

    List<List<String>> calls = []
    Map<String, String> inSsm = [:]

    def 'a value in the environment is read without a call'() {
        given:
        def bindings = bindings(SST_Table_tableName_Notes: 'dev-notes-Notes')

        expect:
        bindings.value(new Binding('Table', 'Notes', 'tableName')) == 'dev-notes-Notes'
        calls.empty
    }

    def 'an id with a dash or an underscore is found under its variable'() {
        given:
        def bindings = bindings(SST_Api_url_my_first_api: 'https://x')

        expect:
        bindings.value(new Binding('Api', 'my-first_api', 'url')) == 'https://x'
    }

    def 'all secrets come in one call, once'() {
        given:
        inSsm = ['/sst/notes/dev/Secret/A/value': 'a', '/sst/notes/dev/Secret/B/value': 'b']
        def bindings = bindings(SST_Secret_value_A: '__FETCH_FROM_SSM__', SST_Secret_value_B: '__FETCH_FROM_SSM__')

        expect:
        secret(bindings, 'A') == 'a'
        secret(bindings, 'B') == 'b'
        calls == [['/sst/notes/dev/Secret/A/value', '/sst/notes/dev/Secret/B/value']]
    }

    def 'a secret without a value in the stage takes the fallback of the app'() {
        given:
        inSsm = ['/sst/notes/.fallback/Secret/KEY/value': 'for all stages']

        expect:
        secret(bindings(SST_Secret_value_KEY: '__FETCH_FROM_SSM__'), 'KEY') == 'for all stages'
        calls == [['/sst/notes/dev/Secret/KEY/value'], ['/sst/notes/.fallback/Secret/KEY/value']]
    }

    def 'a secret without any value says how to set it, and is asked for again later'() {
        given:
        def bindings = bindings(SST_Secret_value_KEY: '__FETCH_FROM_SSM__')

        when:
        secret(bindings, 'KEY')

        then:
        def missing = thrown(UnboundException)
        missing.message == 'Secret KEY has no value in stage dev; set it with: sst secrets set KEY'

        when:
        inSsm = ['/sst/notes/dev/Secret/KEY/value': 'now']

        then:
        secret(bindings, 'KEY') == 'now'
    }

    def 'a property kept in a secret is read from that secret'() {
        given:
        inSsm = ['/sst/notes/dev/Secret/AuthKey/value': 'pem']
        def bindings = bindings(
            SST_Auth_publicKey_auth: '__FETCH_FROM_SECRET__:AuthKey', SST_Secret_value_AuthKey: '__FETCH_FROM_SSM__')

        expect:
        bindings.value(new Binding('Auth', 'auth', 'publicKey')) == 'pem'
    }

    def 'the parameters of an app with its own prefix are read there'() {
        given:
        inSsm = ['/company/Secret/KEY/value': 'x']
        def bindings = bindings(SST_SSM_PREFIX: '/company/', SST_Secret_value_KEY: '__FETCH_FROM_SSM__')

        expect:
        secret(bindings, 'KEY') == 'x'
    }

    def 'what is not bound is refused with a hint and the names that are bound'() {
        when:
        bindings(SST_Table_tableName_Notes: 't', SST_Api_url_Api: 'u', SST_ADMIN_SECRET_UPDATED_AT: '1')
            .value(new Binding('Table', wanted, 'tableName'))

        then:
        def unbound = thrown(UnboundException)
        unbound.message == message

        where:
        wanted  | message
        'Notse' | 'Table Notse is not bound to this function. Did you mean Table Notes? Bound are: Api Api, Table Notes.'
        'Users' | 'Table Users is not bound to this function. Bound are: Api Api, Table Notes.'
    }

    def 'a function without bindings says so'() {
        when:
        bindings([:]).value(new Binding('Table', 'Notes', 'tableName'))

        then:
        def unbound = thrown(UnboundException)
        unbound.message == 'Table Notes is not bound to this function. Nothing is bound to it.'
    }

    def 'a property that the construct does not have is refused with those it has'() {
        when:
        bindings(SST_Table_tableName_Notes: 't').value(new Binding('Table', 'Notes', 'arn'))

        then:
        def unbound = thrown(UnboundException)
        unbound.message == 'Table Notes has no property arn, only tableName'
    }

    def 'outside of a deployed function the stage is unknown'() {
        when:
        new Bindings([:], { names -> [:] }).setting('SST_STAGE')

        then:
        def unbound = thrown(UnboundException)
        unbound.message.startsWith('SST_STAGE is not set')
    }

    private Bindings bindings(Map<String, String> env) {
        new Bindings(APP + env, { names ->
            calls << names
            inSsm.subMap(names).findAll { it.value != null }
        })
    }

    private static String secret(Bindings bindings, String id) {
        bindings.value(new Binding('Secret', id, 'value'))
    }
}
