package sst.model.diagnostic

import spock.lang.Specification

class SuggestionSpec extends Specification {

    def 'for #written the nearest of the known names is #nearest'() {
        expect:
        Suggestion.nearest(written, ['handler', 'timeout', 'memorySize', 'environment', 'bind']) == Optional.ofNullable(nearest)

        where:
        written     || nearest
        'handlr'    || 'handler'
        'tiemout'   || 'timeout'
        'memorysize' || 'memorySize'
        'enviroment' || 'environment'
        'bnd'       || 'bind'
        'xyzzy'     || null
        'q'         || null
    }

    def 'few known names are listed when none is near, many are not'() {
        expect:
        Suggestion.hint('zzzzzz', ['a', 'b']) == 'known here: a, b'
        Suggestion.hint('zzzzzz', (1..20)*.toString()) == ''
        Suggestion.hint('zzzzzz', []) == ''
    }
}
