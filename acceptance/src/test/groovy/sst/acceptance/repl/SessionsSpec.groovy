package sst.acceptance.repl

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import sst.acceptance.documents.Transcript
import sst.acceptance.harness.Jdks
import sst.acceptance.harness.Project
import sst.acceptance.harness.Repository
import sst.acceptance.harness.Terminal

/** The sessions that docs/ shows, typed into a real terminal: its screen is what the page says. */
@Stepwise
class SessionsSpec extends Specification {

    static final CONSOLE = Transcript.of('docs/repl.md', '$ sst repl --stage dev')
    static final SCRIPTS = Transcript.of('docs/scripts.md', '$ sst run')

    @Shared
    @AutoCleanup
    Project notes = Project.example('notes')

    @Shared
    String config = notes.read('sst.config.groovy')

    def setupSpec() {
        notes.deploy()
    }

    def 'scripts are listed, tried and run'() {
        given:
        def screen = open(80, [:])

        expect:
        SCRIPTS.play(screen)

        cleanup:
        screen?.close()
    }

    def 'inspect, change, diff, deploy, save on #jdk, #looks'() {
        given:
        notes.write('sst.config.groovy', config)
        notes.deploy()
        def screen = open(120, [JAVA_HOME: jdk.toString()] + looks)

        expect:
        CONSOLE.play(screen)

        cleanup:
        screen?.close()

        where:
        [jdk, looks] << [[Jdks.all().first(), [NO_COLOR: '1']], [Jdks.all().last(), [NO_COLOR: null]]]
    }

    private Terminal open(int columns, Map<String, String> variables) {
        Terminal.open(notes, columns, 50, [PS1: '$ ', PATH: "$Repository.ROOT:${System.getenv('PATH')}".toString()] + variables)
    }
}
