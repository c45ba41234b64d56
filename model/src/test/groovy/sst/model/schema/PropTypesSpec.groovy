package sst.model.schema

import java.time.Duration
import java.util.function.Consumer
import spock.lang.Specification
import sst.model.function.Architecture
import sst.model.function.FunctionBlock
import sst.model.schema.written.Mismatch
import sst.model.schema.written.Size
import sst.model.table.GlobalIndexBlock

class PropTypesSpec extends Specification {

    def 'a duration is #expected when written #raw'() {
        expect:
        PropTypes.duration().coerce(raw) == expected

        where:
        raw                   || expected
        '10 seconds'          || Duration.ofSeconds(10)
        '1 second'            || Duration.ofSeconds(1)
        '5 minutes'           || Duration.ofMinutes(5)
        '1 hour'              || Duration.ofHours(1)
        '2 days'              || Duration.ofDays(2)
        "${3} minutes"        || Duration.ofMinutes(3)
        20                    || Duration.ofSeconds(20)
        Duration.ofMillis(15) || Duration.ofMillis(15)
    }

    def 'a size is #expected when written #raw'() {
        expect:
        PropTypes.size().coerce(raw) == Size.ofMegabytes(expected)

        where:
        raw      || expected
        '512 MB' || 512
        '1 GB'   || 1024
        '2gb'    || 2048
        256      || 256
    }

    def '#raw is no #type'() {
        when:
        type.coerce(raw)

        then:
        def mismatch = thrown(Mismatch)
        mismatch.reason() == "expected $expected, got $shown"

        where:
        raw            | type                                   || expected                        | shown
        'ten seconds'  | PropTypes.duration()                   || "a duration such as '10 seconds'" | "'ten seconds'"
        '10 weeks'     | PropTypes.duration()                   || "a duration such as '10 seconds'" | "'10 weeks'"
        '1 TB'         | PropTypes.size()                       || "a size such as '512 MB'"       | "'1 TB'"
        1.5            | PropTypes.integer()                    || 'a whole number'                | '1.5'
        'true'         | PropTypes.flag()                       || 'true or false'                 | "'true'"
        3              | PropTypes.text()                       || 'a text'                        | '3'
        [a: 1]         | PropTypes.text()                       || 'a text'                        | 'a map with a'
        'arm64'        | PropTypes.choice(Architecture)         || 'one of x86_64, arm_64'         | "'arm64'"
        'x' * 100      | PropTypes.flag()                       || 'true or false'                 | "'" + 'x' * 60 + "…'"
    }

    def 'lists take one value, many, or a list, and add up without repeating'() {
        given:
        def type = PropTypes.list(PropTypes.text())

        expect:
        type.coerce('a') == ['a']
        type.coerce(['a', 'b']) == ['a', 'b']
        type.coerce(['a', 'b'] as Object[]) == ['a', 'b']
        type.merge(['a', 'b'], ['b', 'c']) == ['a', 'b', 'c']
    }

    def 'maps keep their order and the later entry wins'() {
        given:
        def type = PropTypes.map(PropTypes.text())

        expect:
        type.merge(type.coerce([z: '1', a: '2']), type.coerce([z: '3', b: '4'])) == [z: '3', a: '2', b: '4']
        (type.merge([z: '1', a: '2'], [b: '4']).keySet() as List) == ['z', 'a', 'b']
        type.coerce({ MapBlock block -> block.entry('k', 'v') } as Consumer) == [k: 'v']
    }

    def 'a wrong entry of a map is named'() {
        when:
        PropTypes.map(PropTypes.duration()).coerce([ok: 1, bad: 'x'])

        then:
        def mismatch = thrown(Mismatch)
        mismatch.reason() == "'bad': expected a duration such as '10 seconds', got 'x'"
    }

    def 'nested records merge prop by prop'() {
        given:
        def below = new FunctionBlock().handler('a.b').timeout(5).environment(A: '1').partial()
        def above = new FunctionBlock().timeout(9).environment(B: '2').partial()

        expect:
        with(FunctionBlock.SCHEMA.merge(below, above)) {
            handler() == 'a.b'
            timeout() == Duration.ofSeconds(9)
            environment() == [A: '1', B: '2']
        }
    }

    def 'a copy of any value shares nothing with what was given'() {
        given:
        def given = [a: [1, [b: "${1 + 1}"]]]
        def copy = PropTypes.any().coerce(given)
        given.a << 3

        expect:
        copy == [a: [1, [b: '2']]]
    }

    def 'a schema knows its props by name and synonym, with their documentation'() {
        expect:
        with(FunctionBlock.SCHEMA) {
            prop('memory').get().name() == 'memorySize'
            prop('memorySize').get().defaultsTo() == '1024 MB'
            prop('link').get().name() == 'bind'
            prop('runtime').get().type().choices().contains('java21')
            prop('nope').empty
            props().every { !it.doc().empty }
        }
        GlobalIndexBlock.SCHEMA.prop('partitionKey').get().required()
    }
}
