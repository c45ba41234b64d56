package sst.acceptance.faults

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import sst.acceptance.harness.Project
import sst.acceptance.harness.Web

/** A deploy that fails leaves what was deployed as it was. */
class FailedDeploySpec extends Specification {

    @Shared
    @AutoCleanup
    Project small = Project.app('small')

    def setupSpec() {
        small.deploy()
    }

    def 'after a config that does not evaluate the app still answers and its items are there'() {
        given:
        def table = small.outputs['dev-small-main'].Table
        small.awsJson('dynamodb', 'put-item', '--table-name', table, '--item', '{"id": {"S": "kept"}}')
        def outputs = small.outputs
        small.edit('sst.config.groovy', 'bind items', 'binds items')

        when:
        def run = small.sst('deploy', '--yes').run()

        then:
        run.exit == 1
        small.outputs == outputs
        new Web(outputs['dev-small-main'].Url).get('/hello').body == 'hello'
        small.awsJson('dynamodb', 'scan', '--table-name', table).Items == [[id: [S: 'kept']]]

        cleanup:
        small.edit('sst.config.groovy', 'binds items', 'bind items')
    }

    def 'a resource that the local cloud does not support is named before anything is touched'() {
        given:
        def config = small.read('sst.config.groovy')
        small.edit('sst.config.groovy', 'outputs Url', '''cdk { scope -> software.amazon.awscdk.CfnResource.Builder.create(scope, 'Odd').type('AWS::QLDB::Ledger').build() }
    outputs Url''')

        when:
        def run = small.sst('deploy', '--yes').run()

        then:
        run.exit == 1
        run.err.contains('AWS::QLDB::Ledger')
        small.awsJson('cloudformation', 'describe-stacks', '--stack-name', 'dev-small-main').Stacks[0].StackStatus == 'CREATE_COMPLETE'
        new Web(small.outputs['dev-small-main'].Url).get('/hello').body == 'hello'

        cleanup:
        small.write('sst.config.groovy', config)
        assert small.sst('deploy', '--yes').run().exit == 0
    }
}
