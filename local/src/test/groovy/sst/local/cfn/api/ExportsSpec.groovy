package sst.local.cfn.api

import static sst.local.cfn.FakeCloud.parameter
import static sst.local.cfn.FakeCloud.queue

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.cfn.FakeCloud
import sst.local.wire.AwsException

class ExportsSpec extends Specification {
    @TempDir Path folder
    @AutoCleanup FakeCloud cloud

    def setup() {
        cloud = new FakeCloud(folder)
        cloud.create('producer', producer('v1'))
        cloud.await('producer')
    }

    def 'an export is read by another stack, and both are listed'() {
        when:
        consume()

        then:
        cloud.world.things[cloud.physicalId('consumer', 'P')].given.path('Value').asText() == 'v1'
        cloud.call([:], 'ListExports').path('Exports')*.path('Name')*.asText() == ['shared']
        cloud.call([ExportName: 'shared'], 'ListImports').path('Imports')*.asText() == ['consumer']
    }

    def 'an export in use cannot be changed or removed, nor its stack deleted'() {
        given:
        consume()

        when:
        cloud.update('producer', producer('v2'))

        then:
        cloud.await('producer') == 'UPDATE_ROLLBACK_COMPLETE'
        cloud.events('producer').contains(
            'producer UPDATE_ROLLBACK_IN_PROGRESS Cannot update export shared as it is in use by consumer')

        when:
        cloud.update('producer', [Resources: [A: queue()]])

        then:
        cloud.await('producer') == 'UPDATE_ROLLBACK_COMPLETE'
        cloud.events('producer').contains(
            'producer UPDATE_ROLLBACK_IN_PROGRESS Export shared cannot be deleted as it is in use by consumer')

        when:
        cloud.call([StackName: 'producer'], 'DeleteStack')

        then:
        def error = thrown(AwsException)
        error.text() == 'Export shared cannot be deleted as it is in use by consumer'

        when: 'nobody uses it any more'
        def consumer = cloud.describe('consumer').path('StackId').asText()
        cloud.call([StackName: 'consumer'], 'DeleteStack')
        cloud.await(consumer)
        cloud.update('producer', producer('v2'))

        then:
        cloud.await('producer') == 'UPDATE_COMPLETE'
        cloud.call([:], 'ListExports').path('Exports')*.path('Value')*.asText() == ['v2']
    }

    def 'an export has one owner'() {
        when:
        cloud.create('twin', producer('other'))

        then:
        cloud.await('twin') == 'ROLLBACK_COMPLETE'
        cloud.events('twin').any { it.contains('Export with name shared is already exported by stack producer') }
        cloud.existing() == ['A']
    }

    def 'an import that nobody exports is refused before anything is touched'() {
        when:
        cloud.create('consumer', [Resources: [P: parameter(['Fn::ImportValue': 'nothing'])]])

        then:
        def error = thrown(AwsException)
        error.text() == 'No export named nothing found.'
    }

    private void consume() {
        cloud.create('consumer', [Resources: [P: parameter(['Fn::ImportValue': 'shared'])]])
        assert cloud.await('consumer') == 'CREATE_COMPLETE'
    }

    private static Map producer(String value) {
        [Resources: [A: queue()], Outputs: [O: [Value: value, Export: [Name: 'shared']]]]
    }
}
