package sst.runner.ui

import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import spock.lang.Specification
import spock.lang.TempDir
import sst.runner.assembly.Origin
import sst.runner.aws.stack.StackStatus
import sst.runner.deploy.event.DeployEvent
import sst.runner.deploy.event.DeployEvent.Operation
import sst.runner.deploy.event.FailureCause
import sst.runner.deploy.event.RunResult
import sst.runner.deploy.event.StackOutcome
import sst.runner.deploy.event.StackOutcome.Verdict
import sst.runner.plan.PlanCounts

/** One deploy that fails and is rolled back, in the three forms that docs/deploys.md shows. */
class SessionSpec extends Specification {
    static final Path PAGE = Path.of('..', 'docs', 'deploys.md')

    @TempDir
    Path root

    def out = new ByteArrayOutputStream()
    def err = new ByteArrayOutputStream()
    Instant now = Instant.EPOCH
    def clock = new Clock() {
        Instant instant() { SessionSpec.this.now }
        ZoneOffset getZone() { ZoneOffset.UTC }
        Clock withZone(java.time.ZoneId zone) { this }
    }

    static final TABLE = new Origin('sessions', 'Table', 'sst.config.groovy:3')
    static final LIST = new Origin('list', 'Function', 'sst.config.groovy:7')
    static final PUT = new Origin('put', 'Function', 'sst.config.groovy:6')

    def setup() {
        Files.writeString(root.resolve('sst.config.groovy'), """\
app { name 'shop' }
stack('data') {
    table 'sessions', fields: [id: 'string'], primaryIndex: [partitionKey: 'id']
}
stack('api') {
    function 'put', handler: 'src/put.main'
    function 'list', handler: 'src/list.main', runtime: 'nodejs12.x'
}
stack('web') { api('Api') { routes { get '/', 'src/web.main' } } }
""")
    }

    static DeployEvent moved(String stack, Origin origin, String type, String status, String reason = '') {
        new DeployEvent.ResourceMoved("staging-shop-$stack".toString(), origin.construct(), "AWS::$type".toString(), origin, new StackStatus(status), reason)
    }

    static DeployEvent ended(String stack, Verdict verdict, int seconds, FailureCause cause = null) {
        new DeployEvent.StackFinished(outcome(stack, verdict, cause), Duration.ofSeconds(seconds))
    }

    static StackOutcome outcome(String stack, Verdict verdict, FailureCause cause = null) {
        new StackOutcome("staging-shop-$stack".toString(), stack, verdict, [:], cause)
    }

    /** Each event with the second at which it comes. */
    static List<List> session() {
        def reason = "The runtime parameter of nodejs12.x is no longer supported for creating or updating AWS Lambda functions."
        def cause = new FailureCause('list', LIST, reason, "choose a newer runtime, such as runtime 'nodejs22.x'")
        [
            [0, new DeployEvent.RunStarted('r', new DeployEvent.Where('shop', 'staging', 'eu-west-1', '123456789012', false),
                new PlanCounts(2, 1, 0, 0), ['staging-shop-data', 'staging-shop-api', 'staging-shop-web'])],
            [1, new DeployEvent.AssetPublished('api/put code', 2048, 1, 1)],
            [1, new DeployEvent.StackStarted('staging-shop-data', Operation.UPDATE)],
            [2, moved('data', TABLE, 'DynamoDB::Table', 'UPDATE_IN_PROGRESS')],
            [9, moved('data', TABLE, 'DynamoDB::Table', 'UPDATE_COMPLETE')],
            [9, ended('data', Verdict.DEPLOYED, 8)],
            [9, new DeployEvent.StackStarted('staging-shop-api', Operation.CREATE)],
            [9, new DeployEvent.Expected('staging-shop-api', '', Duration.ofSeconds(22))],
            [10, moved('api', PUT, 'Lambda::Function', 'CREATE_IN_PROGRESS')],
            [10, moved('api', LIST, 'Lambda::Function', 'CREATE_IN_PROGRESS')],
            [13, moved('api', LIST, 'Lambda::Function', 'CREATE_FAILED', reason)],
            [14, new DeployEvent.StackMoved('staging-shop-api', new StackStatus('ROLLBACK_IN_PROGRESS'), '')],
            [19, moved('api', PUT, 'Lambda::Function', 'DELETE_COMPLETE')],
            [20, ended('api', Verdict.FAILED, 11, cause)],
            [20, ended('web', Verdict.SKIPPED, 0)],
            [20, new DeployEvent.RunFinished(new RunResult([outcome('data', Verdict.DEPLOYED), outcome('api', Verdict.FAILED, cause),
                outcome('web', Verdict.SKIPPED)], false), Duration.ofSeconds(20))],
        ]
    }

    Screen screen() {
        new Screen(new PrintStream(out, true, 'UTF-8'), new PrintStream(err, true, 'UTF-8'), 100, false, false)
    }

    void play(Ui ui, int until = 60) {
        session().findAll { it[0] <= until }.each { second, event ->
            now = Instant.ofEpochSecond(second)
            ui.event(event)
        }
    }

    /** What a terminal shows after all that was written to it: each erased line is gone. */
    String shown() {
        List<String> lines = []
        err.toString('UTF-8').split('\n', -1).each { String line ->
            while (line.startsWith('\u001b[1A\u001b[2K')) {
                line = line.substring(8)
                lines.removeLast()
            }
            lines << line
        }
        lines.join('\n')
    }

    /** The block of the page below a heading. */
    static String documented(String heading) {
        def text = Files.readString(PAGE)
        def from = text.indexOf('```', text.indexOf(heading))
        text.substring(text.indexOf('\n', from) + 1, text.indexOf('```', from + 3))
    }

    def "a file or a pipe gets one stable line an event"() {
        when:
        play(new PlainUi(screen(), root, { it }, new PlainUi.Answers(false, { null })))

        then:
        err.toString('UTF-8') == documented('## In a file')
    }

    def "a terminal shows what goes on below what is done, and keeps the same lines in the end"() {
        given:
        def ui = new AnsiUi(screen(), root, { it }, new AnsiUi.Setup(new PlainUi.Answers(false, { null }), clock))

        when:
        play(ui, 13)

        then:
        shown() == documented('## On a terminal')

        when:
        err.reset()
        play(new AnsiUi(screen(), root, { it }, new AnsiUi.Setup(new PlainUi.Answers(false, { null }), clock)))

        then:
        shown() == documented('## In a file')
    }

    def "a program gets one object an event"() {
        when:
        play(new JsonUi(new PrintStream(out, true, 'UTF-8'), new PrintStream(err, true, 'UTF-8'), { it }))

        then:
        def lines = out.toString('UTF-8').readLines()
        lines.size() == session().size()
        documented('## For a program').readLines().every { it in lines }
        documented('## For a program').readLines().size() == 4
    }
}
