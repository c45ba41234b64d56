package sst.local.cfn.api

import static sst.local.cfn.FakeCloud.parameter
import static sst.local.cfn.FakeCloud.queue

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.cfn.FakeCloud

/** The value of a NoEcho parameter reaches resources, and lies open in no file and in no answer about the stack. */
class NoEchoSpec extends Specification {
    private static final Map DECLARED = [Key: [Type: 'String', NoEcho: true]]
    private static final Map JOINED = ['Fn::Join': ['-', ['key', [Ref: 'Key']]]]

    @TempDir Path folder
    @AutoCleanup FakeCloud cloud

    def setup() {
        cloud = new FakeCloud(folder)
    }

    def 'no file and no answer has the value, after a restart, an update with the value before and a rollback neither'() {
        when:
        create('pLaNtEd-one')

        then:
        value() == 'key-pLaNtEd-one'
        told().contains('key-****')
        !told().contains('pLaNtEd')
        filesWithIt() == []

        when:
        cloud.restart()
        cloud.update([Parameters: [[ParameterKey: 'Key', UsePreviousValue: 'true']]], 'notes', template(5))

        then:
        cloud.await('notes') == 'UPDATE_COMPLETE'
        value() == 'key-pLaNtEd-one'

        when:
        cloud.world.failures['update B'] = 'the value key-pLaNtEd-two is not liked'
        cloud.update([Parameters: [[ParameterKey: 'Key', ParameterValue: 'pLaNtEd-two']]], 'notes', template(6))

        then: 'the way back fails too'
        cloud.await('notes') == 'UPDATE_ROLLBACK_FAILED'
        cloud.events('notes').contains('B UPDATE_FAILED the value key-**** is not liked')
        !told().contains('pLaNtEd')
        filesWithIt() == []

        when:
        cloud.world.failures.clear()
        cloud.restart()
        cloud.call([StackName: 'notes'], 'ContinueUpdateRollback')

        then:
        cloud.await('notes') == 'UPDATE_ROLLBACK_COMPLETE'
        value() == 'key-pLaNtEd-one'
        !told().contains('pLaNtEd')
        filesWithIt() == []
    }

    def 'a change set has it for its execution, and does not show it'() {
        given:
        create('pLaNtEd-one')

        when:
        cloud.call([StackName: 'notes', ChangeSetName: 'cs', TemplateBody: FakeCloud.JSON.writeValueAsString(template(1)),
                    Parameters: [[ParameterKey: 'Key', ParameterValue: 'pLaNtEd-two']]], 'CreateChangeSet')
        def shown = cloud.call([StackName: 'notes', ChangeSetName: 'cs'], 'DescribeChangeSet')

        then:
        shown.path('Parameters').path(0).path('ParameterValue').asText() == '****'
        shown.path('Changes').size() == 1
        !shown.toString().contains('pLaNtEd')
        filesWithIt() == []

        when:
        cloud.call([StackName: 'notes', ChangeSetName: 'cs'], 'ExecuteChangeSet')

        then:
        cloud.await('notes') == 'UPDATE_COMPLETE'
        value() == 'key-pLaNtEd-two'
    }

    private void create(String key) {
        cloud.create([Parameters: [[ParameterKey: 'Key', ParameterValue: key]]], 'notes', template(1))
        assert cloud.await('notes') == 'CREATE_COMPLETE'
    }

    private static Map template(int delay) {
        [Parameters: DECLARED, Resources: [A: queue([QueueName: 'one', DelaySeconds: delay]), B: parameter(JOINED) + [DependsOn: 'A']]]
    }

    private String value() {
        cloud.world.things[cloud.physicalId('notes', 'B')].given.path('Value').asText()
    }

    private String told() {
        ['DescribeStackEvents', 'DescribeStackResources', 'DescribeStacks', 'GetTemplate', 'ListStackResources']
            .collect { cloud.call([StackName: 'notes'], it).toString() }.join('\n')
    }

    private List<Path> filesWithIt() {
        Files.walk(folder).withCloseable { files ->
            files.filter { Files.isRegularFile(it) }.filter { new String(Files.readAllBytes(it), 'ISO-8859-1').contains('pLaNtEd') }.toList()
        }
    }
}
