package sst.acceptance.repl

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import sst.acceptance.harness.Jdks
import sst.acceptance.harness.Project
import sst.acceptance.harness.Repository
import sst.acceptance.harness.Terminal

/** The prompt on terminals of all kinds. */
class LooksSpec extends Specification {

    @Shared
    @AutoCleanup
    Project notes = Project.example('notes')

    def 'a tree and a table fit #columns columns'() {
        given:
        def screen = Terminal.open(notes, columns, 60)

        when:
        screen.enter("'$Repository.launcher' repl --stage dev").awaitPrompt('dev>')
        screen.enter('/d').await('GET /stats').awaitPrompt('dev>')
        assert screen.text.readLines().findAll { it =~ /[├└]─/ }.every { it.length() <= columns }
        screen.enter('[[name: "a" * 30, text: "b" * 100], [name: "c", text: "d"]]')

        then:
        screen.await('name').awaitPrompt('dev>')
        screen.enter('/quit').awaitPrompt('shell>')

        cleanup:
        screen.close()

        where:
        columns << [40, 80, 200]
    }

    def 'with #variables nothing is coloured and nothing redrawn'() {
        given:
        def screen = Terminal.open(notes, 100, 40, variables)

        when:
        screen.enter("'$Repository.launcher' repl --stage dev").awaitPrompt('dev>')
        screen.enter('api.create.memorySize = 256').await('≈ 1 change pending').awaitPrompt('dev±1>')
        screen.enter('api.nothing')

        then:
        screen.await("has no construct 'nothing'").awaitPrompt('dev±1>')
        !(screen.colours =~ /\u001b\[3[0-9]m/)
        screen.enter('/quit').awaitPrompt('shell>')

        cleanup:
        screen.close()

        where:
        variables << [[NO_COLOR: '1'], [NO_COLOR: null, TERM: 'dumb']]
    }

    def 'is coloured on a terminal that can'() {
        given:
        def screen = Terminal.open(notes, 100, 40, [NO_COLOR: null])

        when:
        screen.enter("'$Repository.launcher' repl --stage dev").awaitPrompt('dev>')

        then:
        screen.colours =~ /\u001b\[3[0-9]m/

        cleanup:
        screen.close()
    }

    def 'starts without a warning on every JDK there is'() {
        expect:
        Jdks.all().every { home ->
            def screen = Terminal.open(notes, 100, 40, [JAVA_HOME: home.toString()])
            try {
                screen.enter("'$Repository.launcher' repl --stage dev").awaitPrompt('dev>')
                screen.enter('6 * 7').await('\n42\n').awaitPrompt('dev>')
                assert !screen.text.contains('WARNING')
                screen.enter('/quit').awaitPrompt('shell>')
                true
            } finally {
                screen.close()
            }
        }
    }
}
