package sst.local.cfn

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.util.concurrent.locks.LockSupport
import sst.local.port.FunctionInvoker
import sst.local.port.Host
import sst.local.port.SecretAccess
import sst.local.store.DurableStore
import sst.local.wire.CallContext
import sst.local.wire.Endpoint
import sst.local.wire.HttpReply
import sst.local.wire.HttpRequest

/** CloudFormation over a real store and a fake world, called the way the gateway calls it. */
class FakeCloud implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper()

    final Path folder
    final FakeWorld world
    final Map<String, String> parameters = [:]
    final Map<String, String> secrets = [:]
    final Map<String, Path> objects = [:]
    volatile Runnable whileReading = {
    }
    FunctionInvoker functions
    DurableStore store
    CloudFormation cloudFormation

    FakeCloud(Path folder) {
        this(folder, new FakeWorld())
    }

    FakeCloud(Path folder, FakeWorld world) {
        this.folder = folder
        this.world = world
        start()
    }

    final void start() {
        store = DurableStore.open(folder)
        cloudFormation = new CloudFormation(
            new Host(store, Clock.systemUTC(), 'http://127.0.0.1:4566'),
            new CloudFormation.Ports(
                { bucket, key ->
                    whileReading.run()
                    Optional.ofNullable(objects["$bucket/$key".toString()])
                },
                { region, name -> Optional.ofNullable(parameters[name]) },
                new SecretAccess() {
                    @Override
                    Optional<String> text(SecretAccess.Wanted wanted) {
                        Optional.ofNullable(secrets[wanted.secretId()])
                    }

                    @Override
                    void merge(String region, String secretId, ObjectNode members) {
                        throw new UnsupportedOperationException()
                    }
                },
                new FunctionInvoker() {
                    @Override
                    boolean exists(String functionArn) {
                        true
                    }

                    @Override
                    FunctionInvoker.Invocation invoke(String functionArn, byte[] payload) {
                        functions.invoke(functionArn, payload)
                    }

                    @Override
                    void invokeLater(String functionArn, byte[] payload) {
                        throw new UnsupportedOperationException()
                    }
                }),
            world.providers())
    }

    /** Ends the cloud as a stop does, in the middle of whatever it does, and starts it again on the same folder. */
    void restart() {
        close()
        start()
    }

    @Override
    void close() {
        world.abandon()
        cloudFormation.close()
        store.close()
    }

    JsonNode call(Map<String, ?> input, String operation) {
        Endpoint.Named endpoint = cloudFormation.endpoints().find { it instanceof Endpoint.Named } as Endpoint.Named
        JsonNode answer = endpoint.operations()[operation].invoke(JSON.valueToTree(input) as ObjectNode, context())
        store.commit()
        answer
    }

    HttpReply put(String path, String body) {
        Endpoint.Raw endpoint = cloudFormation.endpoints().find { it instanceof Endpoint.Raw } as Endpoint.Raw
        endpoint.handler().handle(new HttpRequest(
            'PUT', path, '', [:], new ByteArrayInputStream(body.getBytes('UTF-8')), context()))
    }

    String create(Map<String, ?> more = [:], String name, Map template) {
        call([StackName: name, TemplateBody: JSON.writeValueAsString(template)] + more, 'CreateStack')
            .path('StackId').asText()
    }

    String update(Map<String, ?> more = [:], String name, Map template) {
        call([StackName: name, TemplateBody: JSON.writeValueAsString(template)] + more, 'UpdateStack')
            .path('StackId').asText()
    }

    /** Waits until the stack rests, and gives its status. */
    String await(String stack) {
        long deadline = System.nanoTime() + 180_000_000_000L
        while (true) {
            String status = describe(stack).path('StackStatus').asText()
            if (!status.endsWith('_IN_PROGRESS') || status == 'REVIEW_IN_PROGRESS') {
                return status
            }
            assert System.nanoTime() < deadline: "still $status"
            LockSupport.parkNanos(1_000_000)
        }
    }

    JsonNode describe(String stack) {
        call([StackName: stack], 'DescribeStacks').path('Stacks').path(0)
    }

    Map<String, String> outputs(String stack) {
        describe(stack).path('Outputs').collectEntries {
            [it.path('OutputKey').asText(), it.path('OutputValue').asText()]
        }
    }

    /** Every event of the stack as {@code LogicalId STATUS reason}, the oldest first. */
    List<String> events(String stack) {
        List<String> events = []
        String token = ''
        while (true) {
            JsonNode page = call([StackName: stack, NextToken: token], 'DescribeStackEvents')
            events.addAll(page.path('StackEvents').collect {
                [it.path('LogicalResourceId'), it.path('ResourceStatus'), it.path('ResourceStatusReason')]
                    .collect { it.asText() }.join(' ').trim()
            })
            token = page.path('NextToken').asText('')
            if (!token) {
                return events.reverse()
            }
        }
    }

    String physicalId(String stack, String logicalId) {
        call([StackName: stack, LogicalResourceId: logicalId], 'DescribeStackResources')
            .path('StackResources').path(0).path('PhysicalResourceId').asText()
    }

    List<String> existing() {
        world.things.values().collect { it.logicalId as String }.sort()
    }

    static CallContext context() {
        new CallContext('us-east-1', CallContext.ACCOUNT, UUID.randomUUID().toString(), 'http://127.0.0.1:4566')
    }

    static Map queue(Map properties = [:]) {
        [Type: 'AWS::SQS::Queue', Properties: properties]
    }

    static Map topic(Map properties = [:]) {
        [Type: 'AWS::SNS::Topic', Properties: properties]
    }

    static Map parameter(Object value) {
        [Type: 'AWS::SSM::Parameter', Properties: [Type: 'String', Value: value]]
    }

    Path object(String place, String text) {
        objects[place] = Files.writeString(Files.createTempFile(folder, 'object', ''), text)
    }
}
