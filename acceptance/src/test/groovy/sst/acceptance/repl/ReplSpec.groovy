package sst.acceptance.repl

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import sst.acceptance.harness.Project
import sst.acceptance.harness.Repository
import sst.acceptance.harness.Terminal

/** A person at a terminal: look, change, diff, deploy. */
@Stepwise
class ReplSpec extends Specification {

    @Shared
    @AutoCleanup
    Project notes = Project.example('notes')

    @Shared
    @AutoCleanup
    Terminal screen = Terminal.open(notes, 120, 50)

    def 'keys typed before the prompt are not lost'() {
        when:
        screen.enter("$Repository.launcher repl --stage dev")
        screen.enter('40 + 2')

        then: 'the prompt is up a moment before the line is on it, so the value is what to wait for'
        screen.await('\n42\n').awaitPrompt('dev>')
    }

    def 'a start tells of nothing but itself, whether or not there is a class-data archive'() {
        expect:
        !screen.text.contains('WARNING')
    }

    def 'the app is a tree'() {
        when:
        screen.enter('/d')

        then:
        screen.await('statsHandler').awaitPrompt('dev>')
        screen.text.contains('├─ POST /notes         create')
    }

    def 'a change is counted in the prompt, an unknown name is pointed at'() {
        when:
        screen.enter('api.create.memorySize = 512').awaitPrompt('dev±1>')
        screen.enter('api.create.memry = 512')

        then:
        screen.await("^ no property memry on function. Did you mean 'memory'?").awaitPrompt('dev±1>')
        screen.text.contains('≈ 1 change pending   Api/POST /notes +memorySize')
    }

    def 'a plan is kept and deployed as it was shown'() {
        when:
        screen.enter('/diff')

        then:
        screen.await('plan-1: 41 add, 0 change, 0 replace, 0 destroy', 300).awaitPrompt('dev±1>')

        when:
        screen.enter('/deploy plan-1')

        then:
        screen.await('TableName  dev-notes-Notes', 300).awaitPrompt('dev±1>')

        when: 'the plan is spent'
        screen.enter('/deploy plan-1')

        then:
        screen.await('the stage moved on since plan-1 was made').awaitPrompt('dev±1>')
    }

    def 'Ctrl-C ends an endless loop and nothing else'() {
        when:
        screen.enter('println "looping"; while (true) { }').await('\nlooping')
        screen.press('C-c')

        then:
        screen.await('stopped').awaitPrompt('dev±1>')
        screen.enter('/undo').awaitPrompt('dev>')
    }

    def 'quit gives the shell back'() {
        when:
        screen.enter('/quit')

        then:
        screen.awaitPrompt('shell>')
    }
}
