package sst.local.cfn.api

import static sst.local.cfn.FakeCloud.parameter
import static sst.local.cfn.FakeCloud.queue
import static sst.local.cfn.FakeCloud.topic

import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions
import sst.local.cfn.FakeCloud
import sst.local.wire.AwsException

class ChangeSetSpec extends Specification {
    private static final List<List> FUNCTIONS = [
        ['Fn::Select', [2, ['Fn::Split': ['n', ['Fn::GetAtt': ['A', 'Arn']]]]]],
        ['Fn::Select', [1, ['Fn::Split': [':', ['Fn::GetAtt': ['A', 'Arn']]]]]],
        ['Fn::Join', ['', ['Fn::Split': [':', ['Fn::GetAtt': ['A', 'Arn']]]]]],
        ['Fn::Base64', ['Fn::GetAtt': ['A', 'Arn']]],
    ]

    @TempDir Path folder
    @AutoCleanup FakeCloud cloud

    def setup() {
        cloud = new FakeCloud(folder)
    }

    def 'a stack is made by a change set: reviewed, then executed'() {
        when:
        propose('CREATE', [Resources: [A: queue(), B: topic()]])

        then:
        cloud.describe('notes').path('StackStatus').asText() == 'REVIEW_IN_PROGRESS'
        describe().path('Status').asText() == 'CREATE_COMPLETE'
        describe().path('ExecutionStatus').asText() == 'AVAILABLE'
        describe().path('Changes')*.path('ResourceChange')*.path('Action')*.asText() == ['Add', 'Add']
        cloud.world.calls.isEmpty()

        when:
        execute()

        then:
        cloud.await('notes') == 'CREATE_COMPLETE'
        cloud.existing() == ['A', 'B']
        cloud.describe('notes').path('ChangeSetId').asText().contains(':changeSet/cs/')
        cloud.events('notes').take(2) == ['notes REVIEW_IN_PROGRESS User Initiated', 'notes CREATE_IN_PROGRESS User Initiated']
    }

    def 'the changes of an update say what is replaced, and why'() {
        given:
        cloud.create('notes', [
            Parameters: [D: [Type: 'Number', Default: '1']],
            Resources: [A: queue([QueueName: 'one']), B: parameter(['Fn::GetAtt': ['A', 'Arn']]),
                        C: queue([DelaySeconds: [Ref: 'D']]), Gone: topic(), Same: topic([DisplayName: 'x'])]])
        cloud.await('notes')

        when:
        propose('UPDATE', [
            Parameters: [D: [Type: 'Number', Default: '2']],
            Resources: [A: queue([QueueName: 'two']), B: parameter(['Fn::GetAtt': ['A', 'Arn']]),
                        C: queue([DelaySeconds: [Ref: 'D']]), New: topic(),
                        Same: topic([DisplayName: 'x']) + [Metadata: [Why: 'only this']]]])
        def changes = describe().path('Changes').collectEntries {
            [it.path('ResourceChange').path('LogicalResourceId').asText(), it.path('ResourceChange')]
        }

        then:
        changes.keySet() == ['A', 'B', 'C', 'Gone', 'New', 'Same'] as Set
        changes.collectEntries { id, change -> [id, change.path('Action').asText() + ' ' + change.path('Replacement').asText('')] } ==
            [A: 'Modify True', B: 'Modify False', C: 'Modify False', Gone: 'Remove ', New: 'Add ', Same: 'Modify False']
        detail(changes.A) == 'Properties QueueName Always Static DirectModification '
        detail(changes.B) == 'Properties Value Never Dynamic ResourceAttribute A.Arn'
        detail(changes.C) == 'Properties DelaySeconds Never Static ParameterReference D'
        changes.Same.path('Scope')*.asText() == ['Metadata']
        changes.A.path('PhysicalResourceId').asText() == 'one'
    }

    def 'a function of what a new stack does not know yet is no mistake: #function of #argument'() {
        when:
        propose('CREATE', [Resources: [A: queue(), B: parameter([(function): argument])]])

        then:
        describe().path('Status').asText() == 'CREATE_COMPLETE'
        execute()
        cloud.await('notes') == 'CREATE_COMPLETE'

        where:
        [function, argument] << FUNCTIONS
    }

    def 'a function of what an update does not know yet is not known yet: #function of #argument'() {
        given:
        def template = { name -> [Resources: [A: queue([QueueName: name]), B: parameter([(function): argument])]] }
        cloud.create('notes', template('one'))
        cloud.await('notes')

        when:
        propose('UPDATE', template('two'))
        def changes = describe().path('Changes')*.path('ResourceChange').collectEntries { [it.path('LogicalResourceId').asText(), it] }

        then:
        detail(changes.B) == 'Properties Value Never Dynamic ResourceAttribute A.Arn'

        where:
        [function, argument] << FUNCTIONS
    }

    def 'a change set without changes has failed and cannot be executed'() {
        given:
        cloud.create('notes', [Resources: [A: queue()]])
        cloud.await('notes')

        when:
        propose('UPDATE', [Resources: [A: queue()]])

        then:
        describe().path('Status').asText() == 'FAILED'
        describe().path('StatusReason').asText() ==
            "The submitted information didn't contain changes. Submit different information to create a change set."

        when:
        execute()

        then:
        def error = thrown(AwsException)
        error.code() == 'InvalidChangeSetStatus'
    }

    def 'a change of outputs alone can be executed'() {
        given:
        cloud.create('notes', [Resources: [A: queue()]])
        cloud.await('notes')

        when:
        propose('UPDATE', [Resources: [A: queue()], Outputs: [O: [Value: 'x']]])
        execute()

        then:
        cloud.await('notes') == 'UPDATE_COMPLETE'
        cloud.outputs('notes') == [O: 'x']
    }

    def 'names are unique within a stack, and a repeated call is recognised by its token'() {
        given:
        def id = propose('CREATE', [Resources: [A: queue()]], [ClientToken: 't'])

        expect:
        propose('CREATE', [Resources: [A: queue()]], [ClientToken: 't']) == id

        when:
        propose('CREATE', [Resources: [A: queue()]])

        then:
        def error = thrown(AwsException)
        error.code() == 'AlreadyExistsException'
    }

    def 'one that is made while another is executed does not outlive it, to be executed on the stack that the other made'() {
        given: 'a second change set whose template is still being read'
        def template = [Resources: [A: queue()]]
        propose('CREATE', template)
        cloud.object('templates/notes', FakeCloud.JSON.writeValueAsString(template))
        def reading = new CountDownLatch(1)
        def read = new CountDownLatch(1)
        cloud.whileReading = {
            reading.countDown()
            assert read.await(180, TimeUnit.SECONDS)
        }
        def making = Thread.start {
            cloud.call([StackName: 'notes', ChangeSetName: 'late', ChangeSetType: 'CREATE',
                        TemplateURL: 'https://s3.us-east-1.amazonaws.com/templates/notes'], 'CreateChangeSet')
        }
        assert reading.await(180, TimeUnit.SECONDS)

        when:
        def executing = Thread.start { execute() }
        new PollingConditions(timeout: 180, delay: 0.01).eventually { assert executing.state in [Thread.State.WAITING, Thread.State.TERMINATED] }
        read.countDown()
        [making, executing]*.join()
        assert cloud.await('notes') == 'CREATE_COMPLETE'
        cloud.call([StackName: 'notes', ChangeSetName: 'late'], 'ExecuteChangeSet')

        then:
        def error = thrown(AwsException)
        error.code() == 'ChangeSetNotFound'
        cloud.await('notes') == 'CREATE_COMPLETE'
        cloud.world.calls as List == ['create A']
    }

    def 'deleting one that is not there succeeds, and describing it does not'() {
        given:
        propose('CREATE', [Resources: [A: queue()]])

        when:
        cloud.call([StackName: 'notes', ChangeSetName: 'other'], 'DeleteChangeSet')
        cloud.call([StackName: 'notes', ChangeSetName: 'cs'], 'DeleteChangeSet')
        describe()

        then:
        def error = thrown(AwsException)
        error.code() == 'ChangeSetNotFound'
        error.status() == 404

        and: 'the stack stays under review'
        cloud.describe('notes').path('StackStatus').asText() == 'REVIEW_IN_PROGRESS'

        when: 'it is deleted'
        def arn = cloud.describe('notes').path('StackId').asText()
        cloud.call([StackName: 'notes'], 'DeleteStack')

        then:
        cloud.await(arn) == 'DELETE_COMPLETE'
    }

    def 'a template that cannot be made leaves no stack under review'() {
        when:
        propose('CREATE', [Resources: [A: [Type: 'AWS::EKS::Cluster']]])

        then:
        def error = thrown(AwsException)
        error.text() == 'not supported locally: AWS::EKS::Cluster (A)'
        cloud.call([:], 'DescribeStacks').path('Stacks').isEmpty()
    }

    def '#type is refused: #message'() {
        given:
        if (exists) {
            cloud.create('notes', [Resources: [A: queue()]])
            cloud.await('notes')
        }

        when:
        propose(type, [Resources: [A: queue()]])

        then:
        def error = thrown(AwsException)
        error.text() == message

        where:
        type     | exists || message
        'CREATE' | true   || 'Stack [notes] already exists and cannot be created again with the changeSet [cs].'
        'UPDATE' | false  || 'Stack [notes] does not exist'
        'IMPORT' | true   || 'ChangeSetType IMPORT is not supported locally'
    }

    private String propose(String type, Map template, Map more = [:]) {
        cloud.call([StackName: 'notes', ChangeSetName: 'cs', ChangeSetType: type,
                    TemplateBody: FakeCloud.JSON.writeValueAsString(template)] + more, 'CreateChangeSet').path('Id').asText()
    }

    private describe() {
        cloud.call([StackName: 'notes', ChangeSetName: 'cs'], 'DescribeChangeSet')
    }

    private void execute() {
        cloud.call([StackName: 'notes', ChangeSetName: 'cs'], 'ExecuteChangeSet')
    }

    private static String detail(change) {
        def detail = change.path('Details').path(0)
        [detail.at('/Target/Attribute'), detail.at('/Target/Name'), detail.at('/Target/RequiresRecreation'),
         detail.path('Evaluation'), detail.path('ChangeSource'), detail.path('CausingEntity')]*.asText().join(' ')
    }
}
