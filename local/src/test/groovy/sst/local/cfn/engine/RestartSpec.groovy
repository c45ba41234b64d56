package sst.local.cfn.engine

import static sst.local.cfn.FakeCloud.queue
import static sst.local.cfn.FakeCloud.topic

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.cfn.FakeCloud

class RestartSpec extends Specification {
    @TempDir Path folder
    @AutoCleanup FakeCloud cloud

    def setup() {
        cloud = new FakeCloud(folder)
    }

    def 'a creation goes on where it was: nothing is made twice, and names stay'() {
        given:
        cloud.world.hold('create Second')
        cloud.create('notes', [Resources: [First: queue(), Second: topic() + [DependsOn: 'First']]])
        cloud.world.awaitArrival('create Second')
        def name = cloud.physicalId('notes', 'First')

        when:
        cloud.restart()

        then:
        cloud.await('notes') == 'CREATE_COMPLETE'
        cloud.world.calls as List == ['create First', 'create Second', 'create Second']
        cloud.physicalId('notes', 'First') == name
        cloud.existing() == ['First', 'Second']
    }

    def 'an update, its rollback and a deletion go on too: #call'() {
        given:
        cloud.create('notes', [Resources: [A: queue([DelaySeconds: 1]), B: topic([DisplayName: 'a'])]])
        cloud.await('notes')
        if (fails) {
            cloud.world.failures[fails] = 'no'
        }
        cloud.world.hold(call)

        when:
        def arn = cloud.describe('notes').path('StackId').asText()
        if (call == 'delete A') {
            cloud.call([StackName: 'notes'], 'DeleteStack')
        } else {
            cloud.update('notes', [Resources: [
                A: queue([QueueName: 'named']), B: topic([DisplayName: 'b']) + [DependsOn: 'A'], C: topic() + [DependsOn: 'B']]])
        }
        cloud.world.awaitArrival(call)
        cloud.restart()

        then:
        cloud.await(arn) == status
        cloud.existing() == left

        where:
        call       | fails      || status                     | left
        'create A' | ''         || 'UPDATE_COMPLETE'          | ['A', 'B', 'C']
        'update B' | ''         || 'UPDATE_COMPLETE'          | ['A', 'B', 'C']
        'create C' | ''         || 'UPDATE_COMPLETE'          | ['A', 'B', 'C']
        'delete A' | 'never'    || 'DELETE_COMPLETE'          | []
        'update B' | 'create C' || 'UPDATE_ROLLBACK_COMPLETE' | ['A', 'B']
    }
}
