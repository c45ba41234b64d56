package sst.runner.ui

import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import spock.lang.Specification
import spock.lang.TempDir
import sst.model.diagnostic.Code
import sst.model.diagnostic.Diagnostic
import sst.model.diagnostic.Severity
import sst.model.diagnostic.SourceRef
import sst.runner.assembly.Origin
import sst.runner.aws.AwsFailure
import sst.runner.aws.stack.StackStatus
import sst.runner.deploy.event.DeployEvent
import sst.runner.deploy.event.FailureCause
import sst.runner.deploy.event.RunResult
import sst.runner.deploy.event.StackOutcome
import sst.runner.fake.Json
import sst.runner.plan.PlanCounts

class UiSpec extends Specification {
    @TempDir
    Path root

    def out = new ByteArrayOutputStream()
    def err = new ByteArrayOutputStream()
    def redactor = new Redactor()

    static final ORIGIN = new Origin('Api/GET /notes', 'Function', 'sst.config.groovy:7')

    Screen screen(int width = 80) {
        new Screen(new PrintStream(out, true, 'UTF-8'), new PrintStream(err, true, 'UTF-8'), width, false, false)
    }

    Ui plain() {
        new PlainUi(screen(), root, redactor, new PlainUi.Answers(false, { null }))
    }

    static List<DeployEvent> failedRun() {
        def failed = new StackOutcome('dev-notes-api', 'api', StackOutcome.Verdict.FAILED, [:],
            new FailureCause('Fn', ORIGIN, "Value 'java8' at 'runtime' failed", 'choose another runtime'))
        def good = new StackOutcome('dev-notes-data', 'data', StackOutcome.Verdict.DEPLOYED, [T: 'notes'], null)
        [
            new DeployEvent.RunStarted('r', new DeployEvent.Where('notes', 'dev', 'eu-west-1', '000000000000', true), new PlanCounts(2, 0, 1, 0), ['dev-notes-api']),
            new DeployEvent.AssetPublished('code', 10, 1, 1),
            new DeployEvent.StackStarted('dev-notes-api', DeployEvent.Operation.CREATE),
            new DeployEvent.ResourceMoved('dev-notes-api', 'Fn', 'AWS::Lambda::Function', ORIGIN, new StackStatus('CREATE_IN_PROGRESS'), ''),
            new DeployEvent.ResourceMoved('dev-notes-api', 'Fn', 'AWS::Lambda::Function', ORIGIN, new StackStatus('CREATE_FAILED'), "Value 'java8' at 'runtime' failed"),
            new DeployEvent.StackMoved('dev-notes-api', new StackStatus('ROLLBACK_IN_PROGRESS'), ''),
            new DeployEvent.StackFinished(failed, Duration.ofSeconds(3)),
            new DeployEvent.RunFinished(new RunResult([good, failed], false), Duration.ofSeconds(65)),
        ]
    }

    def "a resource that outlives its stack is told in words"() {
        when:
        plain().event(new DeployEvent.ResourceMoved('dev-notes-api', 'Items', 'AWS::DynamoDB::Table',
            new Origin('Items', 'Table', null), new StackStatus('DELETE_SKIPPED'), ''))

        then:
        err.toString('UTF-8') == '  dev-notes-api  ! Items  DynamoDB::Table  is left behind: its removal policy keeps it, delete it by hand when nobody needs it\n'
    }

    def "plain output is one stable line an event, on stderr, with the first cause at the end"() {
        when:
        failedRun().each { plain().event(it) }

        then:
        out.size() == 0
        err.toString('UTF-8') == '''\
notes · dev · eu-west-1 · local cloud      plan: 2 add, 1 replace
  ✔ published code  (1/1)
  dev-notes-api  is created
  dev-notes-api  ✖ Api/GET /notes  Lambda::Function  Value 'java8' at 'runtime' failed
  dev-notes-api  rollback in progress
  dev-notes-api  ✖ failed  3.0 s

✖ api: Api/GET /notes Function failed
  sst.config.groovy:7
  Value 'java8' at 'runtime' failed
  hint: choose another runtime
✖ data deployed, api failed      1 min 5 s
'''
    }

    def "JSON is one versioned object an event and ends with the result"() {
        given:
        def ui = new JsonUi(new PrintStream(out, true, 'UTF-8'), new PrintStream(err, true, 'UTF-8'), redactor)

        when:
        failedRun().each { ui.event(it) }
        def lines = out.toString('UTF-8').readLines().collect { Json.map(it) }

        then:
        lines*.version.unique() == [1]
        lines*.type == ['start', 'asset', 'stack', 'resource', 'resource', 'stack', 'stackDone', 'result']
        lines.last().status == 'failed'
        lines.last().outputs == ['dev-notes-data': [T: 'notes']]
        lines.last().causes[0].place == 'sst.config.groovy:7'
    }

    def "live lines are never wider than the terminal of #width columns and are gone in the end"() {
        given:
        def clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)
        def ui = new AnsiUi(screen(width), root, redactor, new AnsiUi.Setup(new PlainUi.Answers(false, { null }), clock))

        when:
        failedRun().take(4).each { ui.event(it) }
        def live = err.toString('UTF-8').readLines().findAll { it.contains('⠿') }

        then:
        live.every { it.replaceAll(/\u001b\[[0-9]*[A-Z]/, '').length() < width }
        live.last().contains(shown)

        when:
        ui.close()

        then:
        err.toString('UTF-8').endsWith('\u001b[1A\u001b[2K')

        where:
        width || shown
        40    || '  ⠿ dev-notes-api is created  0.0 s: A…'
        80    || '  ⠿ dev-notes-api is created  0.0 s: Api/GET /notes'
        200   || '  ⠿ dev-notes-api is created  0.0 s: Api/GET /notes'
    }

    def "a diagnostic shows the user's line with a caret under the word"() {
        given:
        Files.writeString(root.resolve('sst.config.groovy'), "app { name 'x' }\nfunction('f') { memry 512 }\n")

        when:
        plain().found([new Diagnostic(Severity.ERROR, Code.UNKNOWN_METHOD, "no prop 'memry'", '', SourceRef.of('sst.config.groovy', 2), "did you mean 'memorySize'?", 'memry')])

        then:
        err.toString('UTF-8') == '''\
✖ no prop 'memry'  SST1101
  sst.config.groovy:2
    2 | function('f') { memry 512 }
      |                 ^^^^^
  hint: did you mean 'memorySize'?
'''
    }

    def "a secret leaves the process in no form"() {
        given:
        redactor.hide('s3cr3t/value')

        when:
        plain().say("a s3cr3t/value b ${'s3cr3t/value'.bytes.encodeBase64()} c s3cr3t%2Fvalue")

        then:
        err.toString('UTF-8') == 'a *** b *** c ***\n'
    }

    def "#kind ends with exit code #code and the command to run"() {
        given:
        def failure = new AwsFailure(kind, 'X', 'why')

        expect:
        Failures.exitCode(failure) == code
        Failures.diagnostics(failure)[0].hint().contains(hint)

        where:
        kind                                | code || hint
        AwsFailure.Kind.CREDENTIALS_MISSING | 4    || '--profile'
        AwsFailure.Kind.CREDENTIALS_EXPIRED | 4    || 'aws sso login'
        AwsFailure.Kind.UNREACHABLE         | 1    || 'network'
    }

    def "how long a stack usually takes is shown beside how long it has taken"() {
        given:
        def clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)
        def ui = new AnsiUi(screen(80), root, redactor, new AnsiUi.Setup(new PlainUi.Answers(false, { null }), clock))

        when:
        ui.event(new DeployEvent.StackStarted('dev-notes-api', DeployEvent.Operation.UPDATE))
        ui.event(new DeployEvent.Expected('dev-notes-api', '', Duration.ofSeconds(22)))

        then:
        err.toString('UTF-8').contains('dev-notes-api is updated  0.0 s of ~22 s')
    }

    def "a secret with quotes and line ends stays hidden in JSON too"() {
        given:
        redactor.hide('top"secret\nvalue')
        def ui = new JsonUi(new PrintStream(out, true, 'UTF-8'), new PrintStream(err, true, 'UTF-8'), redactor)

        when:
        ui.event(new DeployEvent.Warned('it is top"secret\nvalue'))

        then:
        Json.map(out.toString('UTF-8')).text == 'it is ***'
    }
}
