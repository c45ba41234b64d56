package sst.dsl

import java.nio.file.Files
import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir
import sst.model.diagnostic.Code
import sst.model.diagnostic.Diagnostic
import sst.model.diagnostic.SourceRef

class CaretsSpec extends Specification {
    @TempDir
    Path root

    def "a subject is found on the line, in the block that opens there, and nowhere else: '#subject' of line #line"() {
        given:
        Files.writeString(root.resolve('sst.config.groovy'), """\
            function('One') {
                environment A: 'x'
                handler 'src/one.main'
            }
            function('Two') {
                handler 'src/two.main'
            }
            cron('Three', job: 'src/three.main')
            """.stripIndent())

        expect:
        new Carets(root).place(diagnostic(line, subject)).at().toString() == "sst.config.groovy:$at"

        where:
        line | subject          || at
        1    | 'src/one.main'   || '3:14'
        1    | 'function'       || '1:1'
        1    | 'src/two.main'   || '1:1'
        5    | 'src/two.main'   || '6:14'
        8    | 'src/three.main' || '8:21'
        8    | 'gone'           || '8:1'
        3    | ''               || '3:5'
        99   | 'gone'           || '99:1'
    }

    def 'a column that is known stays, and so does a place that is not'() {
        given:
        def known = diagnostic(1, 'x').at(new SourceRef('sst.config.groovy', 1, 7))

        expect:
        new Carets(root).place(known) == known
        !new Carets(root).place(diagnostic(1, 'x').at(SourceRef.UNKNOWN)).at().isKnown()
    }

    private static Diagnostic diagnostic(int line, String subject) {
        Diagnostic.error(Code.MISSING_FILE, 'wrong').subject(subject).at(new SourceRef('sst.config.groovy', line, 0))
    }
}
