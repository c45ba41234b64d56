package sst.client

import spock.lang.Specification

class StageBindingsSpec extends Specification {

    static final APP = [SST_APP: 'notes', SST_STAGE: 'dev']

    Map<String, String> ssm = [:]

    def 'values come under the names that functions know them by'() {
        given:
        ssm = ['/sst/notes/dev/Table/my_notes/tableName': 't', '/sst/notes/dev/Api/Api/url': 'https://x', '/sst/notes/prod/Api/Api/url': 'no']

        expect:
        read() == [SST_Api_url_Api: 'https://x', SST_Table_tableName_my_notes: 't']
    }

    def 'a secret of the stage hides the one for all stages'() {
        given:
        ssm = [
            '/sst/notes/.fallback/Secret/A/value': 'all', '/sst/notes/.fallback/Secret/B/value': 'all',
            '/sst/notes/dev/Secret/A/value': 'mine',
        ]

        expect:
        read() == [SST_Secret_value_A: 'mine', SST_Secret_value_B: 'all']
    }

    def 'a value that lies in a secret is read from it, and stays a reference when the secret has no value'() {
        given:
        ssm = [
            '/sst/notes/dev/RDS/db/secretArn': '__FETCH_FROM_SECRET__:KEY', '/sst/notes/dev/Secret/KEY/value': 'k',
            '/sst/notes/dev/Auth/auth/publicKey': '__FETCH_FROM_SECRET__:GONE',
        ]

        expect:
        read().SST_RDS_secretArn_db == 'k'
        read().SST_Auth_publicKey_auth == '__FETCH_FROM_SECRET__:GONE'
    }

    def 'another prefix is honoured'() {
        given:
        ssm = ['/mine/Parameter/P/value': '1']

        expect:
        new StageBindings(APP + [SST_SSM_PREFIX: '/mine/'], this.&below).read() == [SST_Parameter_value_P: '1']
    }

    def 'parameters of other tools below the prefix are left out'() {
        given:
        ssm = ['/sst/notes/dev/lock': 'x', '/sst/notes/dev/a/b/c/d': 'x']

        expect:
        read().isEmpty()
    }

    private Map<String, String> read() {
        new StageBindings(APP, this.&below).read()
    }

    private Map<String, String> below(String path) {
        ssm.findAll { it.key.startsWith(path) }
    }
}
