package sst.local.cfn.custom

import java.nio.file.Path
import java.util.concurrent.ConcurrentLinkedQueue
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.cfn.FakeCloud
import sst.local.port.FunctionInvoker
import sst.local.wire.AwsException

class CustomResourceSpec extends Specification {
    static final ARN = 'arn:aws:lambda:us-east-1:000000000000:function:maker'

    @TempDir Path folder
    @AutoCleanup FakeCloud cloud
    Queue<Map> events = new ConcurrentLinkedQueue<>()
    Closure<Map> answer = { Map event -> [PhysicalResourceId: event.PhysicalResourceId ?: 'thing-1'] }

    def setup() {
        cloud = new FakeCloud(folder)
        cloud.functions = function { Map event ->
            events.add(event)
            Map reply = [Status: 'SUCCESS', RequestId: event.RequestId] + answer(event)
            String path = new URI(event.ResponseURL as String).path
            cloud.put(path, FakeCloud.JSON.writeValueAsString(reply))
            new FunctionInvoker.Invocation('null'.bytes, '', '')
        }
    }

    def 'a custom resource is made, changed and deleted by its function'() {
        given:
        answer = { Map event -> [PhysicalResourceId: 'thing-1', Data: [Url: 'u-' + event.ResourceProperties.Size, Deep: [Er: 1]]] }

        when:
        def arn = cloud.create('notes', template(3))

        then:
        cloud.await('notes') == 'CREATE_COMPLETE'
        cloud.outputs('notes') == [Ref: 'thing-1', Url: 'u-3', Deeper: '1']
        def created = events.poll()
        created.RequestType == 'Create'
        created.ResourceType == 'Custom::Thing'
        created.StackId == arn
        created.LogicalResourceId == 'Thing'
        created.ResourceProperties == [ServiceToken: ARN, Size: '3', Flag: 'true']
        created.ResponseURL.startsWith('http://127.0.0.1:4566/_cfn/response/')

        when:
        cloud.update('notes', template(4))

        then:
        cloud.await('notes') == 'UPDATE_COMPLETE'
        def updated = events.poll()
        updated.RequestType == 'Update'
        updated.PhysicalResourceId == 'thing-1'
        updated.OldResourceProperties.Size == '3'
        cloud.outputs('notes').Url == 'u-4'

        when:
        cloud.call([StackName: 'notes'], 'DeleteStack')

        then:
        cloud.await(arn) == 'DELETE_COMPLETE'
        events.poll().RequestType == 'Delete'
        events.isEmpty()
    }

    def 'an SDK that a function of the CDK would fetch each time is not fetched'() {
        given:
        answer = { Map event -> [PhysicalResourceId: 'thing-1', Data: [Url: 'u', Deep: [Er: 1]]] }

        when:
        cloud.create('notes', template(3, [InstallLatestAwsSdk: true]))

        then:
        cloud.await('notes') == 'CREATE_COMPLETE'
        events.poll().ResourceProperties.InstallLatestAwsSdk == 'false'
    }

    def 'a function that has no room for the call just then is called again'() {
        given:
        def refusals = 2
        def calling = cloud.functions
        cloud.functions = function { Map event ->
            if (refusals-- > 0) {
                throw new AwsException(429, 'TooManyRequestsException', 'Rate Exceeded.')
            }
            calling.invoke(ARN, FakeCloud.JSON.writeValueAsBytes(event))
        }
        answer = { Map event -> [PhysicalResourceId: 'thing-1', Data: [Url: 'u', Deep: [Er: 1]]] }

        when:
        cloud.create('notes', template(3))

        then:
        cloud.await('notes') == 'CREATE_COMPLETE'
        events.size() == 1
    }

    def 'another physical id after an update is a replacement: the old one is deleted afterwards'() {
        given:
        answer = { Map event -> [PhysicalResourceId: 'thing-' + event.ResourceProperties.Size, Data: [Url: 'u', Deep: [Er: 1]]] }
        cloud.create('notes', template(1))
        cloud.await('notes')
        events.clear()

        when:
        cloud.update('notes', template(2))

        then:
        cloud.await('notes') == 'UPDATE_COMPLETE'
        events*.RequestType == ['Update', 'Delete']
        events.last().PhysicalResourceId == 'thing-1'
        cloud.physicalId('notes', 'Thing') == 'thing-2'
    }

    def 'FAILED fails the stack with the reason, and the rollback deletes'() {
        given:
        answer = { Map event ->
            event.RequestType == 'Create' ? [Status: 'FAILED', Reason: 'no room'] : [PhysicalResourceId: event.PhysicalResourceId]
        }

        when:
        cloud.create('notes', template(1))

        then:
        cloud.await('notes') == 'ROLLBACK_COMPLETE'
        cloud.events('notes').any {
            it.startsWith('Thing CREATE_FAILED Received response status [FAILED] from custom resource. Message returned: no room')
        }
        events*.RequestType == ['Create', 'Delete']
        events.last().PhysicalResourceId ==~ 'notes-Thing-[A-Z0-9]{12}'
    }

    def 'a function that breaks fails its resource at once, and says how'() {
        given:
        cloud.functions = function { event ->
            new FunctionInvoker.Invocation('{"errorMessage":"boom","errorType":"Error"}'.bytes, 'Unhandled', '')
        }

        when:
        cloud.create('notes', template(1))
        cloud.await('notes')

        then:
        cloud.events('notes').contains("Thing CREATE_FAILED the function $ARN failed: boom".toString())
    }

    def 'a function that stays silent fails its resource after ServiceTimeout'() {
        given:
        cloud.functions = function { event -> new FunctionInvoker.Invocation('null'.bytes, '', '') }

        when:
        cloud.create('notes', [Resources: [Thing: [Type: 'Custom::Thing', Properties: [ServiceToken: ARN, ServiceTimeout: 0]]]])
        cloud.await('notes')

        then:
        cloud.events('notes').any {
            it.startsWith('Thing CREATE_FAILED CloudFormation did not receive a response from your Custom Resource.')
        }
    }

    def 'a ServiceToken that is no function is refused by name'() {
        when:
        cloud.create('notes', [Resources: [Thing: [Type: 'Custom::Thing', Properties: [ServiceToken: 'arn:aws:sns:x:y:z']]]])
        cloud.await('notes')

        then:
        cloud.events('notes').contains('Thing CREATE_FAILED not supported locally: a ServiceToken that names no Lambda'
            + ' function: arn:aws:sns:x:y:z')
    }

    def 'an answer that nobody waits for is refused'() {
        when:
        cloud.put('/_cfn/response/unknown', '{}')

        then:
        def error = thrown(AwsException)
        error.status() == 404
    }

    private static FunctionInvoker function(Closure body) {
        [invoke: { String arn, byte[] payload -> body(FakeCloud.JSON.readValue(payload, Map)) }] as FunctionInvoker
    }

    private static Map template(int size, Map more = [:]) {
        [Resources: [Thing: [Type: 'Custom::Thing', Properties: [ServiceToken: ARN, Size: size, Flag: true] + more]],
         Outputs: [Ref: [Value: [Ref: 'Thing']], Url: [Value: ['Fn::GetAtt': ['Thing', 'Url']]],
                   Deeper: [Value: ['Fn::GetAtt': ['Thing', 'Deep.Er']]]]]
    }
}
