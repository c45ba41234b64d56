package sst.repl.session

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class KeptPlansSpec extends Specification {
    @TempDir
    Path sessions

    def 'what a killed session left is deleted by the next one, what others use is not'() {
        given:
        def ended = new ProcessBuilder('true').start()
        ended.waitFor()
        def running = new ProcessBuilder('sleep', '60').start()
        [ended.pid() as String, running.pid() as String, ProcessHandle.current().pid() as String, 'save'].each {
            Files.createDirectories(sessions.resolve(it).resolve('plan-1'))
        }
        Files.writeString(sessions.resolve('history-dev'), '1 + 1')

        when:
        KeptPlans.ofThisProcess(sessions)

        then:
        sessions.toFile().list() as Set == [running.pid() as String, 'save', 'history-dev'] as Set

        cleanup:
        running?.destroyForcibly()
    }

    def 'the first session of a project makes nothing before it keeps a plan'() {
        when:
        KeptPlans.ofThisProcess(sessions.resolve('repl')).close()

        then:
        !Files.exists(sessions.resolve('repl'))
    }
}
