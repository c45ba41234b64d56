package sst.model.ref

import spock.lang.Specification

class TokensSpec extends Specification {

    def ref = new Ref(new ConstructId('api', 'Function', 'Api/GET /n/{id}:x'), 'functionName')

    def 'a reference survives string operations, whatever its id holds'() {
        given:
        def text = "https://${ref}/path".toUpperCase().toLowerCase().length() > 0 ? "a-$ref-b${ref}" : ''

        expect:
        Tokens.segments(text) == [
            new Tokens.Segment.Plain('a-'), new Tokens.Segment.Value(ref),
            new Tokens.Segment.Plain('-b'), new Tokens.Segment.Value(ref)]
    }

    def 'texts without references are one plain piece'() {
        expect:
        Tokens.segments(text) == [new Tokens.Segment.Plain(text)]
        !Tokens.isIn(text)

        where:
        text << ['', 'plain', '${sst:not-a-token}', '${other}']
    }

    def 'references are found however deep'() {
        expect:
        Tokens.refsIn([a: ["x$ref", [b: ref]], c: 1]) == [ref, ref]
    }
}
