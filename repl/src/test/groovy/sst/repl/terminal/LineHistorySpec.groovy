package sst.repl.terminal

import spock.lang.Specification

class LineHistorySpec extends Specification {

    def 'the history does not keep #line'() {
        expect:
        !LineHistory.isKept(line)

        where:
        line << [
            'password = "hunter22"', "fn.environment.API_KEY = 'abc'", 'x = "AKIAABCDEFGHIJKLMNOP"', ' a line after a blank',
            'dbPassword: "x"', "secret('Stripe', 'sk_live')", 'token = "eyJhbGciOiJIUzI1NiJ9.e30"', '',
        ]
    }

    def 'the history keeps #line'() {
        expect:
        LineHistory.isKept(line)

        where:
        line << ['api.put.memorySize = 512', '/deploy plan-1', 'resources.secrets', 'data.table("Tokens") { fields id: "string" }']
    }
}
