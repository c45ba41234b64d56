package sst.local.cfn.engine

import static sst.local.cfn.FakeCloud.parameter
import static sst.local.cfn.FakeCloud.queue
import static sst.local.cfn.FakeCloud.topic

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.cfn.FakeCloud
import sst.local.wire.AwsException

class UpdateStackSpec extends Specification {
    @TempDir Path folder
    @AutoCleanup FakeCloud cloud

    def setup() {
        cloud = new FakeCloud(folder)
    }

    def 'an update changes, adds and removes, and leaves the rest alone'() {
        given:
        stack([Same: queue(), Changed: queue([DelaySeconds: 1]), Gone: topic()])
        cloud.world.calls.clear()

        when:
        cloud.update('notes', [Resources: [Same: queue(), Changed: queue([DelaySeconds: 2]), New: topic()]])

        then:
        cloud.await('notes') == 'UPDATE_COMPLETE'
        cloud.world.calls as Set == ['update Changed', 'create New', 'delete Gone'] as Set
        cloud.world.calls.last() == 'delete Gone'
        cloud.existing() == ['Changed', 'New', 'Same']
        cloud.events('notes').contains('notes UPDATE_COMPLETE_CLEANUP_IN_PROGRESS')
    }

    def 'a replacement makes the new one first, and the old one goes in the clean-up'() {
        given:
        stack([A: queue([QueueName: 'one']), B: parameter([Ref: 'A'])])
        cloud.world.calls.clear()

        when:
        cloud.update('notes', [Resources: [A: queue([QueueName: 'two']), B: parameter([Ref: 'A'])]])

        then:
        cloud.await('notes') == 'UPDATE_COMPLETE'
        cloud.world.calls as List == ['create A', 'update B', 'delete A']
        cloud.physicalId('notes', 'A') == 'two'
        !cloud.world.things.containsKey('one')
        cloud.events('notes').contains('A UPDATE_IN_PROGRESS Requested update requires the creation of a new physical'
            + ' resource; hence creating one.')
    }

    def 'a replacement of a resource with its own name is refused'() {
        given:
        def table = { key -> [Type: 'AWS::DynamoDB::Table', Properties: [
            TableName: 'notes', KeySchema: [[AttributeName: key, KeyType: 'HASH']]]] }
        stack([A: table('id')])

        when:
        cloud.update('notes', [Resources: [A: table('pk')]])

        then:
        cloud.await('notes') == 'UPDATE_ROLLBACK_COMPLETE'
        cloud.events('notes').contains('A UPDATE_FAILED CloudFormation cannot update a stack when a custom-named'
            + ' resource requires replacing. Rename notes and update the stack again.')
    }

    def 'no change is an error, and a change of parameters, tags or outputs is a change'() {
        given:
        def template = [Parameters: [D: [Type: 'Number', Default: 1]], Resources: [A: queue([DelaySeconds: [Ref: 'D']])]]
        cloud.create('notes', template)
        cloud.await('notes')

        when:
        cloud.update('notes', template)

        then:
        def error = thrown(AwsException)
        error.text() == 'No updates are to be performed.'

        when:
        cloud.update([Parameters: [[ParameterKey: 'D', ParameterValue: '2']]], 'notes', template)

        then:
        cloud.await('notes') == 'UPDATE_COMPLETE'

        when:
        cloud.update([Parameters: [[ParameterKey: 'D', UsePreviousValue: 'true']], Tags: [[Key: 'k', Value: 'v']]],
            'notes', template)

        then:
        cloud.await('notes') == 'UPDATE_COMPLETE'
        cloud.world.things[cloud.physicalId('notes', 'A')].tags == [k: 'v']
        cloud.world.things[cloud.physicalId('notes', 'A')].given.path('DelaySeconds').asText() == '2'

        when:
        cloud.update([Parameters: [[ParameterKey: 'D', UsePreviousValue: 'true']]], 'notes',
            template + [Outputs: [O: [Value: 'x']]])

        then:
        cloud.await('notes') == 'UPDATE_COMPLETE'
        cloud.outputs('notes') == [O: 'x']
    }

    def 'a failed update goes back: changed, replaced and added resources'() {
        given:
        stack([Changed: queue([DelaySeconds: 1]), Replaced: queue([QueueName: 'one']), Gone: topic(), Last: topic([TopicName: 'a'])])
        cloud.world.failures['create Last'] = 'no'

        when:
        cloud.update('notes', [Resources: [
            Changed: queue([DelaySeconds: 2]),
            Replaced: queue([QueueName: 'two']),
            New: topic(),
            Last: topic([TopicName: 'b']) + [DependsOn: ['Changed', 'Replaced', 'New']]]])

        then:
        cloud.await('notes') == 'UPDATE_ROLLBACK_COMPLETE'
        cloud.existing() == ['Changed', 'Gone', 'Last', 'Replaced']
        cloud.physicalId('notes', 'Replaced') == 'one'
        cloud.world.things[cloud.physicalId('notes', 'Changed')].given.path('DelaySeconds').asInt() == 1
        cloud.events('notes').findAll { it.startsWith('notes ') }.drop(2) == [
            'notes UPDATE_IN_PROGRESS User Initiated',
            'notes UPDATE_ROLLBACK_IN_PROGRESS The following resource(s) failed to update: [Last].',
            'notes UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
            'notes UPDATE_ROLLBACK_COMPLETE']

        and: 'the old template is the stack\'s template again'
        cloud.call([StackName: 'notes'], 'GetTemplate').path('TemplateBody').asText().contains('Gone')

        when: 'it can be updated again'
        cloud.world.failures.clear()
        cloud.update('notes', [Resources: [Changed: queue([DelaySeconds: 5])]])

        then:
        cloud.await('notes') == 'UPDATE_COMPLETE'
        cloud.existing() == ['Changed']
    }

    def 'a rollback that fails waits for help: continue, or continue without the resource'() {
        given:
        stack([A: queue([DelaySeconds: 1]), B: topic([DisplayName: 'a'])])
        cloud.world.failures['update B'] = 'no'
        def gate = cloud.world.hold('update A')
        cloud.update('notes', [Resources: [
            A: queue([DelaySeconds: 2]), B: topic([DisplayName: 'b']) + [DependsOn: 'A']]])
        cloud.world.awaitArrival('update A')
        gate.countDown()

        expect:
        cloud.await('notes') == 'UPDATE_ROLLBACK_FAILED'

        when:
        cloud.call([StackName: 'notes'], 'DescribeStacks')
        cloud.update('notes', [Resources: [A: queue()]])

        then:
        thrown(AwsException)

        when:
        if (isFixed) {
            cloud.world.failures.clear()
        }
        cloud.call([StackName: 'notes', ResourcesToSkip: skip], 'ContinueUpdateRollback')

        then:
        cloud.await('notes') == 'UPDATE_ROLLBACK_COMPLETE'
        cloud.world.things[cloud.physicalId('notes', 'A')].given.path('DelaySeconds').asInt() == 1

        where:
        isFixed | skip
        true    | []
        false   | ['B']
    }

    def 'without rollback a failed update stays as it is, and can be tried again or rolled back'() {
        given:
        stack([A: queue([DelaySeconds: 1]), B: topic([DisplayName: 'a'])])
        cloud.world.failures['update B'] = 'no'
        def wanted = [Resources: [A: queue([DelaySeconds: 2]), B: topic([DisplayName: 'b']) + [DependsOn: 'A']]]
        cloud.update([DisableRollback: 'true'], 'notes', wanted)

        expect:
        cloud.await('notes') == 'UPDATE_FAILED'
        cloud.world.things[cloud.physicalId('notes', 'A')].given.path('DelaySeconds').asInt() == 2

        when:
        cloud.world.failures.clear()
        if (isRetried) {
            cloud.update('notes', wanted)
        } else {
            cloud.call([StackName: 'notes'], 'RollbackStack')
        }

        then:
        cloud.await('notes') == status
        cloud.world.things[cloud.physicalId('notes', 'A')].given.path('DelaySeconds').asInt() == delay

        where:
        isRetried || status                     | delay
        true      || 'UPDATE_COMPLETE'          | 2
        false     || 'UPDATE_ROLLBACK_COMPLETE' | 1
    }

    def 'an update that is cancelled goes back when its running steps end'() {
        given:
        stack([A: queue([DelaySeconds: 1])])
        def gate = cloud.world.hold('update A')
        cloud.update('notes', [Resources: [A: queue([DelaySeconds: 2]), B: topic() + [DependsOn: 'A']]])
        cloud.world.awaitArrival('update A')

        when:
        cloud.call([StackName: 'notes'], 'CancelUpdateStack')
        gate.countDown()

        then:
        cloud.await('notes') == 'UPDATE_ROLLBACK_COMPLETE'
        cloud.existing() == ['A']
        cloud.world.things[cloud.physicalId('notes', 'A')].given.path('DelaySeconds').asInt() == 1
    }

    def 'a resource with #policy that leaves the template is #end'() {
        given:
        stack([A: queue(), B: topic() + [DeletionPolicy: policy]])

        when:
        cloud.update('notes', [Resources: [A: queue()]])

        then:
        cloud.await('notes') == 'UPDATE_COMPLETE'
        cloud.events('notes').any { it.startsWith('B ' + end) }
        cloud.existing().contains('B') == (end == 'DELETE_SKIPPED')

        where:
        policy                 || end
        'Delete'               || 'DELETE_COMPLETE'
        'Retain'               || 'DELETE_SKIPPED'
        'RetainExceptOnCreate' || 'DELETE_SKIPPED'
        'Snapshot'             || 'DELETE_SKIPPED'
    }

    def 'the old one of a replacement stays when UpdateReplacePolicy says so'() {
        given:
        stack([A: queue([QueueName: 'one']) + [UpdateReplacePolicy: 'Retain']])

        when:
        cloud.update('notes', [Resources: [A: queue([QueueName: 'two']) + [UpdateReplacePolicy: 'Retain']]])

        then:
        cloud.await('notes') == 'UPDATE_COMPLETE'
        cloud.world.things.keySet() == ['one', 'two'] as Set
    }

    def 'the type of a resource cannot change'() {
        given:
        stack([A: queue()])

        when:
        cloud.update('notes', [Resources: [A: topic()]])

        then:
        def error = thrown(AwsException)
        error.text() == 'Update of resource type is not permitted. The new template modifies resource type of' +
            ' the following resources: [A]'
    }

    private void stack(Map resources) {
        cloud.create('notes', [Resources: resources])
        assert cloud.await('notes') == 'CREATE_COMPLETE'
    }
}
