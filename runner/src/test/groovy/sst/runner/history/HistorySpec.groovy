package sst.runner.history

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir
import sst.runner.assembly.Origin
import sst.runner.aws.stack.StackStatus
import sst.runner.deploy.event.DeployEvent
import sst.runner.deploy.event.RunResult
import sst.runner.deploy.event.StackOutcome
import sst.runner.fake.FakePace
import sst.runner.fake.Json
import sst.runner.plan.PlanCounts

class HistorySpec extends Specification {
    @TempDir
    Path folder

    def pace = new FakePace()
    List<DeployEvent> told = []

    static final ORIGIN = new Origin('Api/GET /', 'Function', 'sst.config.groovy:7')

    private void run(UsualTimes times, int seconds) {
        times.accept(new DeployEvent.StackStarted('dev-notes-api', DeployEvent.Operation.UPDATE))
        times.accept(resource('UPDATE_IN_PROGRESS'))
        pace.now = pace.now.plusSeconds(seconds)
        times.accept(resource('UPDATE_COMPLETE'))
        times.accept(new DeployEvent.StackFinished(new StackOutcome('dev-notes-api', 'api', StackOutcome.Verdict.DEPLOYED, [:], null), Duration.ofSeconds(seconds)))
        times.accept(new DeployEvent.RunFinished(new RunResult([], false), Duration.ofSeconds(seconds)))
    }

    private static DeployEvent resource(String status) {
        new DeployEvent.ResourceMoved('dev-notes-api', 'Fn', 'AWS::Lambda::Function', ORIGIN, new StackStatus(status), '')
    }

    UsualTimes times() {
        new UsualTimes(folder.resolve('times.json'), pace.clock(), { told << it })
    }

    List<List> expected() {
        told.findAll { it instanceof DeployEvent.Expected }.collect { [it.logicalId(), it.usual().toSeconds()] }
    }

    def "what took long once is expected to, and newer times weigh more"() {
        when:
        run(times(), 20)

        then:
        expected() == []

        when:
        run(times(), 40)

        then:
        expected() == [['', 20L], ['Fn', 20L]]

        when:
        told.clear()
        run(times(), 1)

        then:
        expected() == [['', 30L], ['Fn', 30L]]
    }

    def "a broken file of times is as good as none"() {
        given:
        Files.writeString(folder.resolve('times.json'), '{"broken')

        when:
        run(times(), 5)
        run(times(), 5)

        then:
        expected() == [['', 5L], ['Fn', 5L]]
    }

    def "each run leaves a log of its events, without secrets, and old logs go"() {
        given:
        def log = new RunLog(folder.resolve('log'), { it.replace('hunter2', '***') })
        def where = new DeployEvent.Where('notes', 'dev', 'eu-west-1', '111122223333', false)

        when:
        (1..55).each {
            log.accept(new DeployEvent.RunStarted("run-${1000 + it}", where, new PlanCounts(1, 0, 0, 0), ['dev-notes-api']))
            log.accept(new DeployEvent.Warned('the password is hunter2'))
            log.accept(new DeployEvent.RunFinished(new RunResult([], false), Duration.ZERO))
            log.accept(new DeployEvent.Warned('after the end'))
        }
        def files = Files.list(folder.resolve('log')).withCloseable { it.sorted().toList() }

        then:
        files.size() == 50
        files[-1].fileName.toString() == 'run-1055.ndjson'
        Files.readAllLines(files[-1]).collect { Json.map(it).type } == ['start', 'warning', 'result']
        files.every { !Files.readString(it).contains('hunter2') }
    }
}
