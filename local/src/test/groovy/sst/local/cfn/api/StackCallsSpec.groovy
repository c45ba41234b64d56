package sst.local.cfn.api

import static sst.local.cfn.FakeCloud.queue
import static sst.local.cfn.FakeCloud.topic

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.cfn.FakeCloud
import sst.local.wire.AwsException

class StackCallsSpec extends Specification {
    static final ROLE = [Type: 'AWS::IAM::Role', Properties: [AssumeRolePolicyDocument: [:]]]

    @TempDir Path folder
    @AutoCleanup FakeCloud cloud

    def setup() {
        cloud = new FakeCloud(folder)
    }

    def '#operation of a stack that is not there: #message'() {
        when:
        cloud.call([StackName: 'nope', TemplateBody: '{"Resources":{"A":{"Type":"AWS::SQS::Queue"}}}'], operation)

        then:
        def error = thrown(AwsException)
        error.code() == 'ValidationError'
        error.status() == 400
        error.text() == message

        where:
        operation                || message
        'DescribeStacks'         || 'Stack with id nope does not exist'
        'GetTemplate'            || 'Stack with id nope does not exist'
        'DescribeStackResources' || 'Stack with id nope does not exist'
        'ListStackResources'     || 'Stack with id nope does not exist'
        'DescribeStackEvents'    || 'Stack [nope] does not exist'
        'UpdateStack'            || 'Stack [nope] does not exist'
    }

    def 'a bad request is refused: #message'() {
        when:
        cloud.create(more, name, template)

        then:
        def error = thrown(AwsException)
        error.code() == code
        error.text() == message

        where:
        name  | template                 | more                       || code | message
        'a_b' | [Resources: [A: queue()]] | [:]                       || 'ValidationError' | "1 validation error detected: Value 'a_b' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*"
        'a'   | [Resources: [A: ROLE]]   | [:]                        || 'InsufficientCapabilitiesException' | 'Requires capabilities : [CAPABILITY_IAM]'
        'a'   | [Resources: [A: ROLE + [Properties: [RoleName: 'x']]]] | [Capabilities: ['CAPABILITY_IAM']] || 'InsufficientCapabilitiesException' | 'Requires capabilities : [CAPABILITY_NAMED_IAM]'
        'a'   | [Resources: [A: queue()], Description: 'x' * 52000] | [:] || 'ValidationError' | "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200"
        'a'   | [Resources: [A: queue()]] | [OnFailure: 'DELETE', DisableRollback: 'true'] || 'ValidationError' | 'You can specify either DisableRollback or OnFailure, but not both.'
    }

    def 'a repeated call with the same token is the same call'() {
        given:
        def template = [Resources: [A: queue()]]
        def id = cloud.create([ClientRequestToken: 'one'], 'notes', template)
        cloud.await('notes')

        expect:
        cloud.create([ClientRequestToken: 'one'], 'notes', template) == id
        cloud.call([StackName: 'notes'], 'DescribeStackEvents').path('StackEvents').every {
            it.path('ClientRequestToken').asText() == 'one'
        }

        when:
        cloud.create([ClientRequestToken: 'two'], 'notes', template)

        then:
        def error = thrown(AwsException)
        error.code() == 'AlreadyExistsException'
        error.text() == 'Stack [notes] already exists'
    }

    def 'a deleted stack is found by its ARN alone, and its name is free again'() {
        given:
        def first = cloud.create('notes', [Resources: [A: queue()]])
        cloud.await('notes')
        cloud.call([StackName: 'notes'], 'DeleteStack')

        expect:
        cloud.await(first) == 'DELETE_COMPLETE'
        cloud.create('notes', [Resources: [A: queue()]]) != first
        cloud.call([StackStatusFilter: ['DELETE_COMPLETE']], 'ListStacks').path('StackSummaries')*.path('StackId')*.asText() == [first]

        when: 'one that is not there is deleted'
        cloud.call([StackName: 'nobody'], 'DeleteStack')

        then:
        noExceptionThrown()
    }

    def 'a protected stack stays'() {
        given:
        cloud.create([EnableTerminationProtection: 'true'], 'notes', [Resources: [A: queue()]])
        cloud.await('notes')

        when:
        cloud.call([StackName: 'notes'], 'DeleteStack')

        then:
        def error = thrown(AwsException)
        error.text() == 'Stack [notes] cannot be deleted while TerminationProtection is enabled'

        when:
        cloud.call([StackName: 'notes', EnableTerminationProtection: 'false'], 'UpdateTerminationProtection')
        def arn = cloud.describe('notes').path('StackId').asText()
        cloud.call([StackName: 'notes'], 'DeleteStack')

        then:
        cloud.await(arn) == 'DELETE_COMPLETE'
    }

    def 'a deletion that failed can be repeated, without what is stuck'() {
        given:
        cloud.world.failures['delete A'] = 'bucket is not empty'
        def arn = cloud.create('notes', [Resources: [A: queue(), B: topic([DisplayName: [Ref: 'A']])]])
        cloud.await('notes')

        when:
        cloud.call([StackName: 'notes', RetainResources: ['A']], 'DeleteStack')

        then:
        thrown(AwsException)

        when:
        cloud.call([StackName: 'notes'], 'DeleteStack')

        then:
        cloud.await(arn) == 'DELETE_FAILED'
        cloud.describe(arn).path('StackStatusReason').asText() == 'The following resource(s) failed to delete: [A]. '
        cloud.existing() == ['A']

        when:
        cloud.call([StackName: 'notes'] + more, 'DeleteStack')

        then:
        cloud.await(arn) == 'DELETE_COMPLETE'
        cloud.existing() == ['A']

        where:
        more << [[RetainResources: ['A']], [DeletionMode: 'FORCE_DELETE_STACK']]
    }

    def 'a stack that is being created is deleted when its running steps end'() {
        given:
        def gate = cloud.world.hold('create A')
        def arn = cloud.create('notes', [Resources: [A: queue(), B: topic() + [DependsOn: 'A']]])
        cloud.world.awaitArrival('create A')

        when:
        cloud.call([StackName: 'notes'], 'DeleteStack')
        gate.countDown()

        then:
        cloud.await(arn) == 'DELETE_COMPLETE'
        cloud.existing() == []
        !cloud.world.calls.contains('create B')
    }

    def 'an operation that is under way refuses others'() {
        given:
        def gate = cloud.world.hold('create A')
        def arn = cloud.create('notes', [Resources: [A: queue()]])
        cloud.world.awaitArrival('create A')

        when:
        cloud.update('notes', [Resources: [B: queue()]])

        then:
        def error = thrown(AwsException)
        error.text() == "Stack:$arn is in CREATE_IN_PROGRESS state and can not be updated."

        cleanup:
        gate.countDown()
        cloud.await('notes')
    }

    def 'long lists come in pages: events, resources and stacks, each item once'() {
        given:
        def resources = (1..130).collectEntries { ["Q$it".toString(), queue()] }
        cloud.create('notes', [Resources: resources])
        cloud.await('notes')

        expect:
        cloud.events('notes').size() == 2 + 3 * 130
        cloud.events('notes').toSet().size() == 2 + 3 * 130

        when:
        def first = cloud.call([StackName: 'notes'], 'ListStackResources')
        def second = cloud.call([StackName: 'notes', NextToken: first.path('NextToken').asText()], 'ListStackResources')

        then:
        first.path('StackResourceSummaries').size() == 100
        second.path('StackResourceSummaries').size() == 30
        !second.has('NextToken')
    }

    def 'a template comes from a bucket by each form of URL: #url'() {
        given:
        cloud.object('templates/a b/notes.json', '{"Resources":{"A":{"Type":"AWS::SQS::Queue"}}}')

        when:
        cloud.call([StackName: 'notes', TemplateURL: url], 'CreateStack')

        then:
        cloud.await('notes') == 'CREATE_COMPLETE'

        where:
        url << ['http://127.0.0.1:4566/templates/a%20b/notes.json',
                'https://templates.s3.us-east-1.amazonaws.com/a%20b/notes.json',
                'https://templates.s3.amazonaws.com/a%20b/notes.json',
                'https://s3.us-east-1.amazonaws.com/templates/a%20b/notes.json']
    }

    def 'a template that is not in its bucket is an error of S3'() {
        when:
        cloud.call([StackName: 'notes', TemplateURL: 'https://s3.us-east-1.amazonaws.com/b/k'], 'CreateStack')

        then:
        def error = thrown(AwsException)
        error.text().startsWith('S3 error: The specified key does not exist.')
    }

    def 'a secret parameter is never shown, and the summary of a template tells of it'() {
        given:
        def template = [Parameters: [P: [Type: 'String', NoEcho: true, Default: 'hidden']], Resources: [A: ROLE]]
        cloud.create([Capabilities: ['CAPABILITY_IAM']], 'notes', template)
        cloud.await('notes')

        when:
        def summary = cloud.call([StackName: 'notes'], 'GetTemplateSummary')

        then:
        cloud.describe('notes').path('Parameters').path(0).path('ParameterValue').asText() == '****'
        summary.path('Parameters').path(0).path('NoEcho').asBoolean()
        summary.path('Capabilities')*.asText() == ['CAPABILITY_IAM']
        summary.path('ResourceTypes')*.asText() == ['AWS::IAM::Role']
    }

    def 'drift is not detected in a stack whose creation failed'() {
        given:
        cloud.world.failures['create A'] = 'no'
        cloud.create([DisableRollback: 'true'], 'notes', [Resources: [A: queue()]])
        assert cloud.await('notes') == 'CREATE_FAILED'

        when:
        cloud.call([StackName: 'notes'], 'DetectStackDrift')

        then:
        def error = thrown(AwsException)
        error.text() == 'Drift detection cannot be performed on stack [notes] while in stack status CREATE_FAILED'
    }

    def 'a stack policy is kept'() {
        given:
        cloud.create('notes', [Resources: [A: queue()]])
        cloud.await('notes')

        when:
        cloud.call([StackName: 'notes', StackPolicyBody: '{"Statement":[]}'], 'SetStackPolicy')

        then:
        cloud.call([StackName: 'notes'], 'GetStackPolicy').path('StackPolicyBody').asText() == '{"Statement":[]}'
    }
}
