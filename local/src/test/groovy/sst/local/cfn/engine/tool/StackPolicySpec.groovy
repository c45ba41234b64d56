package sst.local.cfn.engine.tool

import static sst.local.cfn.FakeCloud.queue
import static sst.local.cfn.FakeCloud.topic

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.cfn.FakeCloud
import sst.local.wire.AwsException

/** The examples of AWS's page on stack policies. */
class StackPolicySpec extends Specification {
    static final ALL = [Effect: 'Allow', Action: 'Update:*', Principal: '*', Resource: '*']

    @TempDir Path folder
    @AutoCleanup FakeCloud cloud

    def setup() {
        cloud = new FakeCloud(folder)
        cloud.create('notes', [Resources: [A: queue([QueueName: 'one']), B: topic()]])
        assert cloud.await('notes') == 'CREATE_COMPLETE'
    }

    void policy(Map... statements) {
        cloud.call([StackName: 'notes', StackPolicyBody: FakeCloud.JSON.writeValueAsString([Statement: statements])], 'SetStackPolicy')
    }

    def '#what is refused: #resources'() {
        given:
        policy(*statements)

        when:
        cloud.update('notes', [Resources: resources])

        then:
        cloud.await('notes') == 'UPDATE_ROLLBACK_COMPLETE'
        cloud.existing() == ['A', 'B']
        cloud.physicalId('notes', 'A') == 'one'
        cloud.events('notes').any { it.contains('Action denied by stack policy') && it.contains(action) }

        where:
        what                  | statements                                                                                                               | resources                                                    | action
        'a change'            | [ALL, [Effect: 'Deny', Action: 'Update:Modify', Resource: 'LogicalResourceId/A']]                                        | [A: queue([QueueName: 'one', DelaySeconds: 2]), B: topic()]  | 'Update:Modify'
        'a replacement'       | [ALL, [Effect: 'Deny', Action: ['Update:Replace'], Resource: 'LogicalResourceId/*']]                                     | [A: queue([QueueName: 'two']), B: topic()]                   | 'Update:Replace'
        'a deletion'          | [ALL, [Effect: 'Deny', Action: 'Update:Delete', Resource: '*', Condition: [StringEquals: [ResourceType: ['AWS::SQS::Queue']]]]] | [B: topic()]                                          | 'Update:Delete'
        'what nothing allows' | [[Effect: 'Allow', Action: 'Update:*', NotResource: 'LogicalResourceId/A']]                                              | [A: queue([QueueName: 'one', DelaySeconds: 2]), B: topic()]  | 'Update:Modify'
    }

    def 'what the policy is not about goes through: #statements'() {
        given:
        policy(*statements)

        when:
        cloud.update('notes', [Resources: [A: queue([QueueName: 'one', DelaySeconds: 2])]])

        then:
        cloud.await('notes') == 'UPDATE_COMPLETE'
        cloud.existing() == ['A']

        where:
        statements << [
            [ALL],
            [ALL, [Effect: 'Deny', Action: 'Update:Replace', Resource: '*']],
            [ALL, [Effect: 'Deny', Action: 'Update:*', Resource: '*', Condition: [StringLike: [ResourceType: ['AWS::RDS::*']]]]],
            [[Effect: 'Allow', NotAction: 'Update:Replace', Resource: '*']],
        ]
    }

    def 'a text that is no policy is refused'() {
        when:
        cloud.call([StackName: 'notes', StackPolicyBody: text], 'SetStackPolicy')

        then:
        def refused = thrown(AwsException)
        refused.text().contains('Invalid stack policy')

        where:
        text << ['{}', 'no']
    }
}
