package sst.repl.lang

import spock.lang.Specification

class EntriesSpec extends Specification {

    def '`#text` goes on'() {
        expect:
        Entries.isOpen(text)

        where:
        text << ['def f() {', 'foo(1,', '[1, 2', "'''open", 'x = 1 +', 'stack("web") {\n  bucket("B") {\n  }', 'a = [\n']
    }

    def '`#text` is whole'() {
        expect:
        !Entries.isOpen(text)

        where:
        text << ['1 + 1', '"a { b"', "'('", 'f { }', '[1]', '}', 'x = "${a}"', '// {', "'''whole'''", '', 'a.b', '"unclosed']
    }
}
