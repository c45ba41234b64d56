package sst.runner.action.function

import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import spock.lang.Specification
import spock.lang.TempDir
import sst.model.diagnostic.SstException
import sst.runner.action.session.Context
import sst.runner.app.AppIdentity
import sst.runner.aws.LogPort
import sst.runner.aws.Page
import sst.runner.deploy.pace.Stop
import sst.runner.fake.FakeAws
import sst.runner.fake.RecordingUi
import sst.runner.stage.ProjectFolder
import sst.runner.stage.StageName

class LogsSpec extends Specification {
    static final String TEMPLATE = """{"Resources": {
        |  "Jobs/one": {"Type": "AWS::Lambda::Function"}, "Table": {"Type": "AWS::DynamoDB::Table"},
        |  "Api/a": {"Type": "AWS::Lambda::Function"}, "Api/b": {"Type": "AWS::Lambda::Function"}}}""".stripMargin()

    @TempDir
    Path folder

    def aws = new FakeAws()
    def stop = new Stop()
    def context = new Context(ProjectFolder.at(folder), [:], folder, new RecordingUi(), aws, aws.pace, stop, { it })
    def app = new AppIdentity('notes', new StageName('dev'), 'eu-west-1', false, null, null, false)
    def reads = []

    def setup() {
        aws.cloudFormation.given('dev-notes-api', 'CREATE_COMPLETE', TEMPLATE, ['sst:app': 'notes', 'sst:stage': 'dev'])
    }

    def "without a name the lines of all functions come in the order of time, each with its function"() {
        given:
        aws.logs = lines([(physical('Api/a')): [[5, 'from a'], [20, 'a again']], (physical('Jobs/one')): [[10, 'from one']]])

        expect:
        shown('') == ["${at(5)}  Api/a  from a", "${at(10)}  Jobs/one  from one", "${at(20)}  Api/a  a again"]
    }

    def "a construct stands for its functions, and for the one if it has one"() {
        given:
        aws.logs = lines([(physical('Api/b')): [[5, 'from b']], (physical('Jobs/one')): [[10, 'from one']]])

        expect:
        shown('Api') == ["${at(5)}  Api/b  from b"]
        shown('Jobs') == ["${at(10)}  from one"]
        shown('b') == ["${at(5)}  from b"]
    }

    def "a line is told once, though its instant is read again"() {
        given:
        aws.logs = lines([(physical('Jobs/one')): [[10, 'once']]]) { if (reads.size() > 2) stop.request() }

        expect:
        shown('Jobs', true) == ["${at(10)}  once"]
    }

    def "what is not deployed is refused with the names that are"() {
        when:
        shown('Job')

        then:
        def refused = thrown(SstException)
        refused.message.contains("no function 'Job' is deployed")
    }

    private List<String> shown(String function, boolean follow = false) {
        def shown = []
        new LogsAction(context, new ConstructNames(folder.resolve('none')))
            .logs(app, new LogsAction.Request(function, Duration.ofHours(1), follow)) { shown << it.shown() }
        shown
    }

    private String physical(String logicalId) {
        Page.all { String token -> aws.cloudFormation.resources('dev-notes-api', token) }.find { it.logicalId() == logicalId }.physicalId()
    }

    private static Instant at(long millis) {
        Instant.ofEpochMilli(millis)
    }

    private LogPort lines(Map<String, List<List>> byFunction, Closure afterEach = {}) {
        { String group, Instant since, String token ->
            reads << group
            def found = (byFunction[group - '/aws/lambda/'] ?: []).collect { new LogPort.LogLine("$group ${it[0]}", at(it[0] as long), "${it[1]}\n") }
            afterEach()
            new Page<>(found, null)
        } as LogPort
    }
}
