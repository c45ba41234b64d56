package sst.acceptance.repl

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import sst.acceptance.harness.Project
import sst.acceptance.harness.Repository
import sst.acceptance.harness.Terminal

import java.nio.file.Files
import java.nio.file.Path

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
        screen.enter('/d').await('statsHandler').awaitPrompt('dev>')
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
        jdks().every { home ->
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

    private static List<Path> jdks() {
        def system = Path.of('/usr/lib/jvm')
        def found = [Path.of(System.getProperty('java.home'))]
        if (Files.isDirectory(system)) {
            found += Files.list(system).withCloseable { it.toList() }
        }
        found.findAll { Files.isExecutable(it.resolve('bin/javac')) && Files.exists(it.resolve('release')) }.collect { it.toRealPath() }.unique()
    }
}
