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

class CreateStackSpec extends Specification {
    @TempDir Path folder
    @AutoCleanup FakeCloud cloud

    def setup() {
        cloud = new FakeCloud(folder)
    }

    def 'a stack is created in the order of its references, with AWS\'s events'() {
        given:
        def template = [
            Resources: [Second: parameter(['Fn::GetAtt': ['First', 'Arn']]), First: queue()],
            Outputs: [Name: [Value: [Ref: 'First'], Description: 'the queue']]]

        when:
        def arn = cloud.create('notes', template)

        then:
        arn ==~ 'arn:aws:cloudformation:us-east-1:000000000000:stack/notes/[0-9a-f-]{36}'
        cloud.await('notes') == 'CREATE_COMPLETE'
        cloud.world.calls as List == ['create First', 'create Second']
        cloud.physicalId('notes', 'First') ==~ 'notes-First-[A-Z0-9]{12}'
        cloud.outputs('notes') == [Name: cloud.physicalId('notes', 'First')]
        cloud.world.things[cloud.physicalId('notes', 'Second')].given.path('Value').asText() ==
            'arn:' + cloud.physicalId('notes', 'First')
        cloud.events('notes') == [
            'notes CREATE_IN_PROGRESS User Initiated',
            'First CREATE_IN_PROGRESS',
            'First CREATE_IN_PROGRESS Resource creation Initiated',
            'First CREATE_COMPLETE',
            'Second CREATE_IN_PROGRESS',
            'Second CREATE_IN_PROGRESS Resource creation Initiated',
            'Second CREATE_COMPLETE',
            'notes CREATE_COMPLETE']
    }

    def 'resources that do not need each other are made at the same time, and a poller sees that'() {
        given:
        def one = cloud.world.hold('create One')
        def two = cloud.world.hold('create Two')

        when:
        cloud.create('notes', [Resources: [One: queue(), Two: topic()]])
        cloud.world.awaitArrival('create One')
        cloud.world.awaitArrival('create Two')

        then:
        cloud.describe('notes').path('StackStatus').asText() == 'CREATE_IN_PROGRESS'

        when:
        one.countDown()
        two.countDown()

        then:
        cloud.await('notes') == 'CREATE_COMPLETE'
    }

    def 'a failure rolls everything back, and says why'() {
        given:
        cloud.world.failures['create Last'] = 'Topic already exists'

        when:
        def arn = cloud.create('notes', [Resources: [First: queue(), Last: topic([DisplayName: [Ref: 'First']])]])

        then:
        cloud.await('notes') == 'ROLLBACK_COMPLETE'
        cloud.existing() == []
        cloud.events(arn).contains('Last CREATE_FAILED Topic already exists')
        cloud.events(arn).contains(
            'notes ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [Last]. Rollback requested by user.')
        cloud.events(arn).contains('First DELETE_COMPLETE')

        when:
        cloud.update('notes', [Resources: [First: queue()]])

        then:
        def error = thrown(AwsException)
        error.text() == "Stack:$arn is in ROLLBACK_COMPLETE state and can not be updated."
    }

    def 'after a failure #more leaves #status with #left'() {
        given:
        cloud.world.failures['create Last'] = 'no'

        when:
        def arn = cloud.create(more, 'notes', [Resources: [First: queue(), Last: topic([DisplayName: [Ref: 'First']])]])

        then:
        cloud.await(arn) == status
        cloud.existing() == left

        where:
        more                      || status            | left
        [OnFailure: 'DO_NOTHING'] || 'CREATE_FAILED'   | ['First']
        [DisableRollback: 'true'] || 'CREATE_FAILED'   | ['First']
        [OnFailure: 'DELETE']     || 'DELETE_COMPLETE' | []
        [OnFailure: 'ROLLBACK']   || 'ROLLBACK_COMPLETE' | []
    }

    def 'what is being made when another fails counts as cancelled, and is rolled back too'() {
        given:
        def slow = cloud.world.hold('create Slow')
        cloud.world.failures['create Bad'] = 'no'
        def bad = cloud.world.hold('create Bad')
        cloud.create('notes', [Resources: [Slow: queue(), Bad: topic()]])
        cloud.world.awaitArrival('create Slow')
        cloud.world.awaitArrival('create Bad')

        when:
        bad.countDown()
        awaitEvent('Bad CREATE_FAILED no')
        slow.countDown()

        then:
        cloud.await('notes') == 'ROLLBACK_COMPLETE'
        cloud.events('notes').contains('Slow CREATE_FAILED Resource creation cancelled')
        cloud.existing() == []
    }

    def 'a rollback that cannot delete ends in ROLLBACK_FAILED, and a delete tries again'() {
        given:
        cloud.world.failures['create Last'] = 'no'
        cloud.world.failures['delete First'] = 'queue is busy'
        def arn = cloud.create('notes', [Resources: [First: queue(), Last: topic([DisplayName: [Ref: 'First']])]])

        expect:
        cloud.await('notes') == 'ROLLBACK_FAILED'
        cloud.describe('notes').path('StackStatusReason').asText() ==
            'The following resource(s) failed to delete: [First]. '

        when:
        cloud.world.failures.clear()
        cloud.call([StackName: 'notes'], 'DeleteStack')

        then:
        cloud.await(arn) == 'DELETE_COMPLETE'
        cloud.existing() == []
    }

    def 'types that nobody owns are all named before anything is touched'() {
        when:
        cloud.create('notes', [Resources: [A: queue(), B: [Type: 'AWS::EKS::Cluster'], C: [Type: 'AWS::WAFv2::WebACL']]])

        then:
        def error = thrown(AwsException)
        error.code() == 'ValidationError'
        error.text() == 'not supported locally: AWS::EKS::Cluster (B), AWS::WAFv2::WebACL (C)'
        cloud.call([:], 'DescribeStacks').path('Stacks').isEmpty()
        cloud.world.calls.isEmpty()
    }

    def 'a property that the type does not have fails its resource'() {
        when:
        cloud.create('notes', [Resources: [A: queue([VisibilityTimout: 3])]])

        then:
        cloud.await('notes') == 'ROLLBACK_COMPLETE'
        cloud.events('notes').contains('A CREATE_FAILED Properties validation failed for resource A with message:\n'
            + '#: extraneous key [VisibilityTimout] is not permitted')
    }

    def 'resources and outputs whose condition does not hold are left out'() {
        when:
        cloud.create('notes', [
            Parameters: [Stage: [Type: 'String', Default: 'dev']],
            Conditions: [IsProd: ['Fn::Equals': [[Ref: 'Stage'], 'prod']]],
            Resources: [A: queue(), B: queue() + [Condition: 'IsProd']],
            Outputs: [B: [Condition: 'IsProd', Value: [Ref: 'B']], A: [Value: 'x']]])

        then:
        cloud.await('notes') == 'CREATE_COMPLETE'
        cloud.existing() == ['A']
        cloud.outputs('notes') == [A: 'x']
    }

    def 'the addresses of APIs that exist here become addresses that answer'() {
        given:
        def address = ['Fn::Sub': 'https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/prod/']

        when:
        cloud.create('notes', [
            Resources: [Api: [Type: 'AWS::ApiGatewayV2::Api', Properties: [Name: 'x']], P: parameter(address)],
            Outputs: [Url: [Value: address],
                      Other: [Value: 'https://other.execute-api.us-east-1.amazonaws.com/']]])

        then:
        cloud.await('notes') == 'CREATE_COMPLETE'
        def local = 'http://127.0.0.1:4566/_api/' + cloud.physicalId('notes', 'Api') + '/prod/'
        cloud.outputs('notes') == [Url: local, Other: 'https://other.execute-api.us-east-1.amazonaws.com/']
        cloud.world.things[cloud.physicalId('notes', 'P')].given.path('Value').asText() == local
    }

    def 'a rule that does not hold refuses the stack'() {
        when:
        cloud.create('notes', [
            Parameters: [V: [Type: 'String', Default: '3']],
            Rules: [Check: [Assertions: [[Assert: ['Fn::Not': [['Fn::Contains': [['1', '2', '3'], [Ref: 'V']]]]],
                                          AssertDescription: 'version 6 is required']]]],
            Resources: [A: queue()]])

        then:
        def error = thrown(AwsException)
        error.text() == 'Template error: rule Check failed: version 6 is required'
    }

    private void awaitEvent(String event) {
        long deadline = System.nanoTime() + 180_000_000_000L
        while (!cloud.events('notes').contains(event)) {
            assert System.nanoTime() < deadline
            Thread.yield()
        }
    }
}
