package sst.acceptance.clients

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import sst.acceptance.harness.Command
import sst.acceptance.harness.NodePackages
import sst.acceptance.harness.Project
import sst.acceptance.harness.Repository
import sst.acceptance.harness.Web

import java.nio.file.Files

/** The CDK's own command line takes a JavaScript app through its life on the local cloud, from bootstrap to destroy. */
@Stepwise
class CdkSpec extends Specification {

    static final ORIGINAL = Repository.file('acceptance/src/test/resources/cdk-app')

    @Shared
    @AutoCleanup
    Project app = Project.of(ORIGINAL)

    def setupSpec() {
        Files.createSymbolicLink(app.folder.resolve('node_modules'), NodePackages.of(ORIGINAL))
        app.write('sst.config.groovy', "app { name 'cdk'; cloud 'local' }\nstack('none') { parameters ONE: '1' }\n")
        assert app.sst('local', 'start').run().exit == 0
    }

    def 'cdk bootstrap'() {
        when:
        def bootstrapped = cdk('bootstrap', 'aws://000000000000/us-east-1')

        then:
        bootstrapped.exit == 0
        status('CDKToolkit') == 'CREATE_COMPLETE'
        app.awsJson('ssm', 'get-parameter', '--name', '/cdk-bootstrap/hnb659fds/version').Parameter.Value.toInteger() >= 6
    }

    def 'cdk deploy'() {
        when:
        def deployed = cdk('deploy', '--require-approval', 'never', '--outputs-file', 'outputs.json')

        then:
        deployed.exit == 0

        when:
        def reply = new Web(outputs().Url).get('/items')

        then:
        reply.status == 200
        reply.json.path == '/items'
        app.awsJson('dynamodb', 'list-tables').TableNames == [reply.json.table]
    }

    def 'cdk diff sees no difference, and cdk deploy does nothing'() {
        when:
        def before = events()
        def again = cdk('deploy', '--require-approval', 'never')

        then:
        cdk('diff', '--fail').exit == 0
        again.exit == 0
        (again.out + again.err).contains('no changes')
        events() == before
    }

    def 'cdk diff tells a change, and cdk deploy makes it'() {
        given:
        app.edit('app.js', 'environment: { TABLE: table.tableName }', "environment: { TABLE: table.tableName, STEP: 'two' }")

        when:
        def diff = cdk('diff', '--fail')

        then:
        diff.exit == 1
        (diff.out + diff.err).contains('STEP')
        variables().STEP == null

        when:
        def changed = cdk('deploy', '--require-approval', 'never')

        then:
        changed.exit == 0
        status('cdk-app') == 'UPDATE_COMPLETE'
        variables().STEP == 'two'
        new Web(outputs().Url).get('/items').status == 200
    }

    def 'a change that fails is told with its reason and rolled back, what was changed before it too'() {
        given:
        app.awsJson('ssm', 'put-parameter', '--name', '/taken', '--value', 'theirs', '--type', 'String')
        app.edit('app.js', "STEP: 'two'", "STEP: 'three'")
        app.edit('app.js', 'const api =', """const clash = new (require('aws-cdk-lib/aws-ssm').StringParameter)(stack, 'Clash', { parameterName: '/taken', stringValue: 'ours' });
            clash.node.addDependency(handler);
            const api =""")

        when:
        def failed = cdk('deploy', '--require-approval', 'never')

        then:
        failed.exit == 1
        (failed.out + failed.err).contains('/taken already exists')
        status('cdk-app') == 'UPDATE_ROLLBACK_COMPLETE'
        variables().STEP == 'two'
        app.awsJson('ssm', 'get-parameter', '--name', '/taken').Parameter.Value == 'theirs'

        when: 'the reason goes away'
        app.awsJson('ssm', 'delete-parameter', '--name', '/taken')
        def mended = cdk('deploy', '--require-approval', 'never')

        then:
        mended.exit == 0
        variables().STEP == 'three'
        app.awsJson('ssm', 'get-parameter', '--name', '/taken').Parameter.Value == 'ours'
    }

    def "cdk destroy, by a function of the CDK that empties the bucket first"() {
        given:
        app.write('note.txt', 'left in the bucket')
        app.awsJson('s3api', 'put-object', '--bucket', outputs().Bucket, '--key', 'note.txt', '--body', 'note.txt')

        when:
        def destroyed = cdk('destroy', '--force')

        then:
        destroyed.exit == 0
        app.awsJson('dynamodb', 'list-tables').TableNames == []
        app.awsJson('lambda', 'list-functions').Functions == []
        !app.awsJson('s3api', 'list-buckets').Buckets*.Name.any { it.startsWith('cdk-app-') }
    }

    private String status(String stack) {
        app.awsJson('cloudformation', 'describe-stacks', '--stack-name', stack).Stacks[0].StackStatus
    }

    private List<String> events() {
        app.awsJson('cloudformation', 'describe-stack-events', '--stack-name', 'cdk-app').StackEvents*.EventId
    }

    /** Those of the function behind the API. */
    private Map<String, String> variables() {
        app.awsJson('lambda', 'list-functions').Functions.find { it.Environment?.Variables?.TABLE }.Environment.Variables
    }

    private Map<String, String> outputs() {
        Project.JSON.readValue(app.read('outputs.json'), Map)['cdk-app']
    }

    private Command.Finished cdk(String... args) {
        new Command(app.folder.resolve('node_modules/.bin/cdk'), *args)
            .in(app.folder).with(app.awsEnv).with(CDK_DISABLE_CLI_TELEMETRY: 'true', CDK_VALIDATION: 'false').within(180).run()
    }
}
