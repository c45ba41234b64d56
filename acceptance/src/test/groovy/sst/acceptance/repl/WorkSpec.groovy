package sst.acceptance.repl

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import sst.acceptance.harness.Project
import sst.acceptance.harness.Repository
import sst.acceptance.harness.Terminal

/** A day at the prompt: things go wrong around it, and it stays. */
@Stepwise
class WorkSpec extends Specification {

    @Shared
    @AutoCleanup
    Project notes = Project.example('notes')

    @Shared
    @AutoCleanup
    Terminal screen = Terminal.open(notes, 120, 50)

    def setupSpec() {
        notes.sst('deploy', '--yes').within(900).run()
        screen.enter("$Repository.launcher repl --stage dev").awaitPrompt('dev>')
    }

    def 'items of a deployed table are put, found and listed by the construct itself'() {
        when:
        screen.enter("Notes.put id: 'n1', text: 'milk'").awaitPrompt('dev>')
        screen.enter("Notes.find(id: 'n1')")

        then:
        screen.await("[id: 'n1', text: 'milk']").awaitPrompt('dev>')
        screen.enter('Notes.all()').await('n1  milk').awaitPrompt('dev>')

        when:
        screen.enter('Notes.put 7')

        then:
        screen.await('^ put of a table takes (item)').awaitPrompt('dev>')
    }

    def 'a watch runs behind the prompt until it is stopped, with a bell'() {
        when:
        screen.enter('beats = 0').awaitPrompt('dev>')
        screen.enter('/watch 1 "beat ${++beats}" &')

        then:
        screen.await('[1] beat 1').await('[1] beat 2')
        screen.enter('20 + 3').await('\n23\n')
        screen.enter('/jobs').await('[1] /watch 1 "beat')

        when:
        screen.enter('/stop')

        then:
        screen.await('[1] done: /watch 1').awaitPrompt('dev>')
        screen.enter('/jobs').await('no jobs')
        screen.enter('/d &').await('/d does not run behind the prompt').awaitPrompt('dev>')
    }

    def 'System.exit ends the line alone, an endless loop ends by Ctrl-C, ten megabytes arrive'() {
        when:
        screen.enter('System.exit(3)')

        then:
        screen.await('the line asked to exit with 3; it ended, the session goes on').awaitPrompt('dev>')

        when:
        screen.enter('println "looping"; while (true) { }').await('\nlooping')
        screen.press('C-c')

        then:
        screen.await('✖ stopped').awaitPrompt('dev>')

        when:
        screen.enter('100_000.times { println "x" * 99 }; println "all of " + "it"')

        then:
        screen.await('all of it', 120).awaitPrompt('dev>')
    }

    def 'an edit is saved into the config, and nothing else of the file is touched'() {
        given:
        def before = notes.read('sst.config.groovy')

        when:
        screen.enter('api.create.memorySize = 512').awaitPrompt('dev±1>')
        screen.enter('/save').await('write? [y/N]')
        screen.enter('y')

        then:
        screen.await('✔ written').awaitPrompt('dev>')
        notes.read('sst.config.groovy').readLines().count { !before.readLines().contains(it) } <= 2
        notes.read('sst.config.groovy').contains('512')
    }

    def 'a config that was broken meanwhile leaves the session as it is'() {
        given:
        def good = notes.read('sst.config.groovy')

        when:
        notes.write('sst.config.groovy', good + '\nstack("web") { tabel("X") }\n')
        screen.enter('1').await('/reload takes that in')
        screen.enter('/reload')

        then:
        screen.await('tabel').awaitPrompt('dev>')
        screen.enter('Notes.id').await('\nNotes\n').awaitPrompt('dev>')

        cleanup:
        notes.write('sst.config.groovy', good)
    }

    def 'an edit that the file makes otherwise meanwhile is left out and named'() {
        when:
        screen.enter('api.create.memorySize = 768').awaitPrompt('dev±1>')
        notes.edit('sst.config.groovy', '512', '640')
        screen.enter('/save')

        then:
        screen.await("the config's files changed since they were read").awaitPrompt('dev±1>')

        when:
        screen.enter('/reload')

        then:
        screen.await('! left out: api.create.memorySize = 768').awaitPrompt('dev>')
    }

    def 'a local cloud that was killed is started again for a deploy, with all that it held'() {
        given:
        screen.enter('api.create.timeout = 17').awaitPrompt('dev±1>')
        screen.enter('/diff').await('plan-1: ', 300).awaitPrompt('dev±1>')

        when:
        ProcessHandle.of(notes.cloud.pid as long).ifPresent { it.destroyForcibly(); it.onExit().join() }
        screen.enter('/deploy plan-1')

        then:
        screen.awaitThat(300, 'an end of the deploy') { text ->
            text.readLines().last().trim() == 'dev±1>' && text.substring(text.lastIndexOf('/deploy plan-1')).readLines().size() > 1
        }

        when:
        screen.enter('/deploy').await('TableName  dev-notes-Notes', 300).awaitPrompt('dev±1>')
        screen.enter('api.create.invoke(body: \'{"text": "still here"}\').statusCode')

        then:
        screen.await('\n201\n', 300).awaitPrompt('dev±1>')
    }

    def 'a local cloud that is killed in the middle of a deploy is a message, and the next deploy goes on'() {
        given:
        screen.enter('api.create.description = "killed"').awaitPrompt('dev±2>')
        screen.enter('/diff').await('plan-2: ', 300).awaitPrompt('dev±2>')
        def pid = notes.cloud.pid as long

        when:
        screen.enter('/deploy plan-2').awaitThat(300, 'a deploy that runs') { text ->
            text.substring(text.lastIndexOf('/deploy plan-2')).contains('plan: 1 change')
        }
        ProcessHandle.of(pid).ifPresent { it.destroyForcibly(); it.onExit().join() }

        then: 'whether the change was in already or not'
        screen.awaitThat(300, 'an end of the deploy') { text ->
            def said = text.substring(text.lastIndexOf('/deploy plan-2')).readLines()
            said.last().trim() == 'dev±2>' && said.any { it.startsWith('✔ done') || it.startsWith('✖') }
        }

        when:
        screen.enter('/deploy').awaitThat(300, 'outputs of the deploy') { text ->
            text.substring(text.lastIndexOf('/deploy')).contains('TableName  dev-notes-Notes')
        }
        screen.awaitPrompt('dev±2>')
        screen.enter('Notes.all().text')

        then:
        screen.await('still here', 120).awaitPrompt('dev±2>')
        screen.enter('/undo').awaitPrompt('dev±1>')
    }

    def 'a protected stage opens read-only'() {
        given:
        screen.enter('/undo').awaitPrompt('dev>')

        when:
        screen.enter('/stage prod').awaitPrompt('prod>')
        screen.enter("Notes.put id: 'x'")

        then:
        screen.await('stage prod is protected and opens read-only').awaitPrompt('prod>')
        screen.enter('/deploy').await('prod> /deploy\n✖ stage prod is protected and opens read-only').awaitPrompt('prod>')
    }

    def 'what was recorded is Markdown'() {
        when:
        screen.enter('/stage dev').awaitPrompt('dev>')
        screen.enter('/record out/session.md').await('recording into').awaitPrompt('dev>')
        screen.enter('20 * 2').await('\n40\n').awaitPrompt('dev>')
        screen.enter("token = 'abcdefgh'").awaitPrompt('dev>')
        screen.enter('/record off').await('\nrecorded').awaitPrompt('dev>')

        then:
        notes.read('out/session.md').contains('```text\ndev> 20 * 2\n40\ndev> (an entry that looks like a secret)\n')
        !notes.read('out/session.md').contains('abcdefgh')
    }
}
