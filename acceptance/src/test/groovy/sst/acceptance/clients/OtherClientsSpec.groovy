package sst.acceptance.clients

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import sst.acceptance.harness.Command
import sst.acceptance.harness.NodePackages
import sst.acceptance.harness.Project
import sst.acceptance.harness.Repository

import java.nio.file.Files

/** AWS's own tools, pointed at the local cloud by nothing but AWS_ENDPOINT_URL. */
class OtherClientsSpec extends Specification {

    static final STACK = 'dev-small-main'

    @Shared
    @AutoCleanup
    Project small = Project.app('small')

    @Shared
    Map<String, String> outputs

    def setupSpec() {
        small.deploy()
        outputs = small.outputs['dev-small-main']
    }

    def 'the AWS CLI lists stacks, resources and events'() {
        when:
        def stacks = small.awsJson('cloudformation', 'describe-stacks').Stacks
        def resources = small.awsJson('cloudformation', 'list-stack-resources', '--stack-name', STACK).StackResourceSummaries
        def events = small.awsJson('cloudformation', 'describe-stack-events', '--stack-name', STACK).StackEvents

        then:
        stacks.find { it.StackName == STACK }.StackStatus == 'CREATE_COMPLETE'
        resources*.ResourceType.containsAll(['AWS::DynamoDB::Table', 'AWS::Lambda::Function', 'AWS::ApiGatewayV2::Api'])
        resources.every { it.ResourceStatus == 'CREATE_COMPLETE' }
        events.first().ResourceStatus == 'CREATE_COMPLETE'
        events.first().LogicalResourceId == STACK
        events.last().ResourceStatus in ['REVIEW_IN_PROGRESS', 'CREATE_IN_PROGRESS']
    }

    def 'the AWS CLI reads and writes the table'() {
        given:
        def table = ['--table-name', outputs.Table]

        when:
        small.awsJson('dynamodb', 'put-item', *table, '--item', '{"id": {"S": "cli"}, "n": {"N": "1.50"}}')

        then:
        small.awsJson('dynamodb', 'get-item', *table, '--key', '{"id": {"S": "cli"}}').Item == [id: [S: 'cli'], n: [N: '1.5']]
        small.awsJson('dynamodb', 'scan', *table).Items*.id*.S.contains('cli')
    }

    def 'the AWS CLI calls the function and reads its log'() {
        given:
        def reply = small.folder.resolve('reply.json')
        small.write('event.json', '{"rawPath": "/from-cli"}')

        when:
        def call = small.awsJson('lambda', 'invoke', '--function-name', outputs.Function,
            '--payload', 'fileb://event.json', reply)
        def log = small.awsJson('logs', 'filter-log-events', '--log-group-name', "/aws/lambda/$outputs.Function").events*.message

        then:
        call.StatusCode == 200
        Project.JSON.readValue(Files.readString(reply), Map) == [statusCode: 200, body: 'hello']
        log.any { it.contains('hello from /from-cli') }
        log.any { it.startsWith('REPORT RequestId') }
    }

    def 'the AWS SDK for JavaScript does all of that'() {
        given:
        def folder = Repository.file('acceptance/target/npm/js-client')
        NodePackages.of(Repository.file('acceptance/src/test/resources/js-client'))
        Files.write(folder.resolve('use.js'), Files.readAllBytes(Repository.file('acceptance/src/test/resources/js-client/use.js')))

        when:
        def run = new Command('node', 'use.js', STACK, outputs.Table, outputs.Function).in(folder).with(small.awsEnv).within(60).run()

        then:
        run.exit == 0
        def seen = Project.JSON.readValue(run.out, Map)
        seen.status == 'CREATE_COMPLETE'
        seen.types.contains('AWS::Lambda::Function')
        seen.events.contains('CREATE_COMPLETE')
        seen.item == [id: 'js', list: [1, [deep: 'value']], set: ['a', 'b']]
        seen.reply == [statusCode: 200, body: 'hello']
        seen.tail.contains('hello from /from-js')
        seen.messages.any { it.contains('hello from /from-js') }
    }
}
