package sst.local.cfn.builtin

import static sst.local.cfn.FakeCloud.queue

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.cfn.FakeCloud

class NestedStackSpec extends Specification {
    @TempDir Path folder
    @AutoCleanup FakeCloud cloud

    def setup() {
        cloud = new FakeCloud(folder)
        cloud.object('t/inner.json', FakeCloud.JSON.writeValueAsString([
            Parameters: [D: [Type: 'Number']],
            Resources: [Q: queue([DelaySeconds: [Ref: 'D']])],
            Outputs: [Name: [Value: [Ref: 'Q']]]]))
    }

    def 'a nested stack lives and goes with its outer stack, and gives its outputs'() {
        when:
        def outer = cloud.create('outer', template(1))

        then:
        cloud.await('outer') == 'CREATE_COMPLETE'
        def inner = cloud.physicalId('outer', 'Inner')
        cloud.describe(inner).path('ParentId').asText() == outer
        cloud.outputs('outer') == [Name: cloud.physicalId(inner, 'Q')]

        when:
        cloud.update('outer', template(2))

        then:
        cloud.await('outer') == 'UPDATE_COMPLETE'
        cloud.world.things[cloud.physicalId(inner, 'Q')].given.path('DelaySeconds').asText() == '2'

        when:
        cloud.call([StackName: 'outer'], 'DeleteStack')

        then:
        cloud.await(outer) == 'DELETE_COMPLETE'
        cloud.await(inner) == 'DELETE_COMPLETE'
        cloud.existing() == []
    }

    def 'a nested stack that fails fails its outer stack, and nothing stays'() {
        given:
        cloud.world.failures['create Q'] = 'no'

        when:
        cloud.create('outer', template(1))

        then:
        cloud.await('outer') == 'ROLLBACK_COMPLETE'
        cloud.events('outer').any {
            it.startsWith('Inner CREATE_FAILED Embedded stack arn:') &&
                it.contains('was not successfully created: The following resource(s) failed to create: [Q].')
        }
        cloud.call([StackStatusFilter: ['ROLLBACK_COMPLETE']], 'ListStacks').path('StackSummaries')*.path('StackName')*.asText() == ['outer']
    }

    private static Map template(int delay) {
        [Resources: [Inner: [Type: 'AWS::CloudFormation::Stack', Properties: [
            TemplateURL: 'https://s3.us-east-1.amazonaws.com/t/inner.json', Parameters: [D: delay]]]],
         Outputs: [Name: [Value: ['Fn::GetAtt': ['Inner', 'Outputs.Name']]]]]
    }
}
