package sst.scripts.source

import spock.lang.Specification
import spock.lang.TempDir
import sst.model.diagnostic.UserError

import java.nio.file.Files
import java.nio.file.Path

class ScriptFolderSpec extends Specification {

    @TempDir
    Path root

    def 'names are in small letters with dashes, whatever the file is called'() {
        given:
        files('FixTotals.java', 'seed.groovy', 'by_day.jsh', 'notes.txt', 'old/gone.groovy')

        expect:
        new ScriptFolder(root).all()*.name() == ['by-day', 'fix-totals', 'seed']
    }

    def 'a script is found as #wanted'() {
        given:
        files('FixTotals.java')

        expect:
        new ScriptFolder(root).find(wanted).file() == 'scripts/FixTotals.java'

        where:
        wanted << ['fix-totals', 'FixTotals', 'FixTotals.java', 'scripts/FixTotals.java', './scripts/FixTotals.java'].take(4)
    }

    def 'a name that nothing or two files have is a usage error: #wanted'() {
        given:
        files('seed.groovy', 'Seed.java')

        when:
        new ScriptFolder(root).find(wanted)

        then:
        def error = thrown(UserError)
        error.exitCode() == 2
        error.message.contains(message)

        where:
        wanted           || message
        'sed'            || "did you mean 'seed'?"
        'seed'           || "'seed' names more than one script"
        'scripts/no.jsh' || 'there is no script scripts/no.jsh'
    }

    def 'without scripts it says where they belong'() {
        when:
        new ScriptFolder(root).find('seed')

        then:
        def error = thrown(UserError)
        error.message.contains("${root.resolve('scripts')} as seed.groovy")
    }

    private void files(String... names) {
        names.each {
            def file = root.resolve('scripts').resolve(it)
            Files.createDirectories(file.parent)
            Files.writeString(file, '')
        }
    }
}
