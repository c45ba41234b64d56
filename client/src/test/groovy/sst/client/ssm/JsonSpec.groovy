package sst.client.ssm

import spock.lang.Specification

class JsonSpec extends Specification {

    def 'reads #text'() {
        expect:
        Json.parse(text) == value

        where:
        text                                       || value
        '"a"'                                      || 'a'
        '"\\u00e9\\n\\"\\\\\\/"'                   || 'é\n"\\/'
        ' { "a" : [ 1 , true, null, {} ] , "b": "" } ' || [a: ['1', 'true', 'null', [:]], b: '']
        '[]'                                       || []
    }

    def 'what it quotes it reads'() {
        expect:
        Json.parse(Json.quote(value)) == value

        where:
        value << ['plain', 'quote " and \\', 'line\n\ttab', 'é ✓ 😀']
    }

    def 'refuses #text'() {
        when:
        Json.parse(text)

        then:
        thrown(IllegalArgumentException)

        where:
        text << ['', '{', '{"a"}', '["a" "b"]', '"open', '{"a":}']
    }
}
