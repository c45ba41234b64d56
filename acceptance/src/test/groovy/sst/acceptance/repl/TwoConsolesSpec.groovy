package sst.acceptance.repl

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import sst.acceptance.harness.Project
import sst.acceptance.harness.Repository
import sst.acceptance.harness.Terminal

/** One person in two windows, or two people on one machine: two consoles on the same checkout and stage. */
@Stepwise
class TwoConsolesSpec extends Specification {

    @Shared
    @AutoCleanup
    Project notes = Project.example('notes')

    @Shared
    @AutoCleanup
    Terminal one = Terminal.open(notes, 120, 50)

    @Shared
    @AutoCleanup
    Terminal two = Terminal.open(notes, 120, 50)

    def setupSpec() {
        notes.sst('deploy', '--yes').within(900).run()
        [one, two].each { it.enter("$Repository.launcher repl --stage dev").awaitPrompt('dev>', 300) }
    }

    def 'a plan is refused once the other console has deployed, and the next comparison is with what is there now'() {
        given:
        one.enter('api.create.memorySize = 512').awaitPrompt('dev±1>')
        two.enter('api.create.memorySize = 256').awaitPrompt('dev±1>')
        [one, two].each { it.enter('/diff').await('plan-1: ', 300).awaitPrompt('dev±1>') }

        when:
        one.enter('/deploy plan-1').await('TableName  dev-notes-Notes', 300).awaitPrompt('dev±1>')
        two.enter('/deploy plan-1')

        then:
        two.await('the stage moved on since plan-1 was made', 300).awaitPrompt('dev±1>')
        two.enter('/diff').await('MemorySize  512 → 256', 300).awaitPrompt('dev±1>')

        when:
        two.enter('/deploy plan-2').await('TableName  dev-notes-Notes', 300).awaitPrompt('dev±1>')

        then:
        one.enter('/diff').await('MemorySize  256 → 512', 300).awaitPrompt('dev±1>')
    }

    def 'each compares its own app, though both build at the same time'() {
        expect:
        (1..5).every { round ->
            [(one): 600 + round, (two): 700 + round].each { screen, size ->
                screen.enter("api.create.memorySize = $size").enter('/diff')
            }
            [(one): 600 + round, (two): 700 + round].each { screen, size ->
                screen.await("MemorySize  256 → $size", 300).awaitPrompt('dev±1>')
            }
        }
    }

    def 'of two that save at once, the later is told, and what the first wrote stays'() {
        when:
        [one, two].each { it.enter('/save').await('write? [y/N]') }
        two.enter('y').await('✔ written').awaitPrompt('dev>')
        one.enter('y')

        then:
        one.await("the config's files changed while the question was open").awaitPrompt('dev±1>')
        notes.read('sst.config.groovy').contains('705')

        when:
        one.enter('/reload').await('! left out: api.create.memorySize = 605').awaitPrompt('dev>')
        one.enter('api.list.timeout = 9').awaitPrompt('dev±1>')
        one.enter('/save').awaitThat(60, 'a second question') { it.count('write? [y/N]') == 2 }
        one.enter('y').await('✔ written').awaitPrompt('dev>')

        then:
        notes.read('sst.config.groovy').contains('705')
        notes.read('sst.config.groovy').contains('9 seconds')
    }

    def 'what was typed in either is remembered'() {
        when:
        [(one): 'said = "one"', (two): 'said = "two"'].each { screen, text -> screen.enter(text).awaitPrompt('dev>') }
        [one, two].each { it.enter('/quit').awaitPrompt('shell>') }
        def history = notes.read('.sst/repl/history-dev')

        then:
        ['said = "one"', 'said = "two"', 'memorySize = 605', 'memorySize = 705'].every { history.contains(it) }
    }
}
