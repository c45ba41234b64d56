package sst.repl.show

import spock.lang.Specification

class PairsSpec extends Specification {

    static final LONG = 'say what a deploy would do, and keep that as a plan for a later deploy'

    def 'texts stand beside their names and are broken between words where #width columns end'() {
        when:
        def lines = new Pairs().add('/d', 'look').add('/diff [STACK]', LONG).lines(width)

        then:
        lines == expected
        lines.every { it.length() <= width }

        where:
        width | expected
        100   | ['/d             look', "/diff [STACK]  $LONG"]
        60    | ['/d             look', '/diff [STACK]  say what a deploy would do, and keep that as', '               a plan for a later deploy']
        40    | ['/d', '    look', '/diff [STACK]', '    say what a deploy would do, and keep', '    that as a plan for a later deploy']
    }

    def 'a name that is too long for the column has its text below it'() {
        expect:
        new Pairs().add('a', 'x').add('b' * 50, 'y').lines(100) == ['a  x', 'b' * 50, '    y']
    }

    def 'a word that is longer than a line stays whole'() {
        expect:
        Folded.lines('see ' + 'x' * 70 + ' there', 40) == ['see', 'x' * 70, 'there']
    }
}
