package sst.local.cfn

import com.fasterxml.jackson.databind.node.ObjectNode
import com.fasterxml.jackson.databind.node.TextNode
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import sst.local.cfn.engine.tool.EngineClosed
import sst.local.cfn.resource.ResourceFailure
import sst.local.cfn.resource.ResourceProvider
import sst.local.cfn.resource.ResourceRequest
import sst.local.cfn.resource.ResourceState

/** What exists outside the stacks: resources by physical id, with rules that make calls fail or wait. */
class FakeWorld {
    static final List<String> TYPES =
        ['AWS::SQS::Queue', 'AWS::SNS::Topic', 'AWS::SSM::Parameter', 'AWS::DynamoDB::Table', 'AWS::IAM::Role',
         'AWS::ApiGatewayV2::Api']

    final Map<String, Map> things = new ConcurrentHashMap<>()
    final Queue<String> calls = new ConcurrentLinkedQueue<>()
    final Map<String, String> failures = new ConcurrentHashMap<>()
    final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>()
    final Map<String, CountDownLatch> arrivals = new ConcurrentHashMap<>()
    volatile int generation

    List<ResourceProvider> providers() {
        TYPES.collect { String type -> new Fake(type) as ResourceProvider }
    }

    /** Makes a call such as {@code create Queue} wait until the latch opens; the second latch opens when it waits. */
    CountDownLatch hold(String call) {
        arrivals[call] = new CountDownLatch(1)
        gates[call] = new CountDownLatch(1)
        gates[call]
    }

    void awaitArrival(String call) {
        assert arrivals[call].await(180, TimeUnit.SECONDS): "nobody came to $call"
    }

    private void enter(String verb, String logicalId) {
        String call = verb + ' ' + logicalId
        calls.add(call)
        int mine = generation
        CountDownLatch gate = gates[call]
        arrivals[call]?.countDown()
        await(gate, mine)
        if (failures.containsKey(call)) {
            throw new ResourceFailure(failures[call])
        }
    }

    /** Lets every call that waits end as a call ends when the cloud stops. */
    void abandon() {
        generation++
        gates.clear()
    }

    private void await(CountDownLatch gate, int mine) {
        while (gate != null && !gate.await(5, TimeUnit.MILLISECONDS)) {
            if (generation != mine) {
                throw new EngineClosed()
            }
        }
    }

    private class Fake implements ResourceProvider {
        final String type

        Fake(String type) {
            this.type = type
        }

        @Override
        String type() {
            type
        }

        @Override
        boolean waits() {
            true
        }

        @Override
        ResourceState create(ResourceRequest request) {
            enter('create', request.logicalId())
            String id = request.properties().path('QueueName').asText(request.generatedName())
            id = type == 'AWS::ApiGatewayV2::Api' ? id.toLowerCase(Locale.ROOT).replace('-', '') : id
            keep(id, request)
        }

        @Override
        ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
            enter('update', request.logicalId())
            keep(current.physicalId(), request)
        }

        @Override
        void delete(ResourceRequest request, ResourceState current) {
            enter('delete', request.logicalId())
            things.remove(current.physicalId())
        }

        private ResourceState keep(String id, ResourceRequest request) {
            things[id] = [logicalId: request.logicalId(), given: request.properties().deepCopy(), tags: request.tags()]
            ResourceState.of(id, [Arn: TextNode.valueOf('arn:' + id), ApiId: TextNode.valueOf(id)])
        }
    }
}
