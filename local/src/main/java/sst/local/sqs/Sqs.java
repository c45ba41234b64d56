package sst.local.sqs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.port.QueueAccess;
import sst.local.sqs.message.Delivery;
import sst.local.sqs.message.Digests;
import sst.local.sqs.message.QueueId;
import sst.local.sqs.message.ReceiveRequest;
import sst.local.sqs.queue.Moves;
import sst.local.sqs.queue.Queue;
import sst.local.sqs.queue.Queues;
import sst.local.wire.Endpoint;
import sst.local.wire.Operation;
import sst.local.wire.Protocol;

/**
 * SQS of the local cloud.
 * See https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/
 */
public final class Sqs implements LocalService, QueueAccess {
    private final Queues queues;
    private final QueueCalls calls;
    private final Moves moves;

    /** Makes the service. */
    public Sqs(Host host) {
        this.queues = new Queues(host.store(), host.clock());
        this.calls = new QueueCalls(queues);
        this.moves = new Moves(queues, host.store(), host.clock());
    }

    @Override
    public List<String> recorded() {
        return List.of("queue policies", "encryption", "RedriveAllowPolicy");
    }

    @Override
    public String name() {
        return "sqs";
    }

    @Override
    public List<Endpoint> endpoints() {
        MessageCalls message = new MessageCalls(queues);
        ReceiveCalls receive = new ReceiveCalls(queues);
        MoveCalls move = new MoveCalls(queues, calls, moves);
        Map<String, Operation> operations = Map.ofEntries(
                Map.entry("CreateQueue", calls::create),
                Map.entry("DeleteQueue", calls::delete),
                Map.entry("GetQueueUrl", calls::find),
                Map.entry("ListQueues", calls::list),
                Map.entry("GetQueueAttributes", calls::attributes),
                Map.entry("SetQueueAttributes", calls::setAttributes),
                Map.entry("PurgeQueue", calls::purge),
                Map.entry("TagQueue", calls::tag),
                Map.entry("UntagQueue", calls::untag),
                Map.entry("ListQueueTags", calls::tags),
                Map.entry("ListDeadLetterSourceQueues", calls::deadLetterSources),
                Map.entry("StartMessageMoveTask", Operation.waiting(move::start)),
                Map.entry("ListMessageMoveTasks", move::list),
                Map.entry("CancelMessageMoveTask", move::cancel),
                Map.entry("AddPermission", new PermissionCalls(queues)::add),
                Map.entry("RemovePermission", new PermissionCalls(queues)::remove),
                Map.entry("SendMessage", message::send),
                Map.entry("SendMessageBatch", message::sendBatch),
                Map.entry("ReceiveMessage", Operation.waiting(receive::receive)),
                Map.entry("DeleteMessage", message::delete),
                Map.entry("DeleteMessageBatch", message::deleteBatch),
                Map.entry("ChangeMessageVisibility", message::hide),
                Map.entry("ChangeMessageVisibilityBatch", message::hideBatch));
        return List.of(new Endpoint.Named("sqs", Protocol.JSON_1_0, "AmazonSQS", operations));
    }

    @Override
    public List<ResourceProvider> providers() {
        return List.of(new QueueProvider(queues), new QueuePolicyProvider(calls));
    }

    @Override
    public boolean exists(String queueArn) {
        return queues.find(QueueId.ofArn(queueArn)).isPresent();
    }

    @Override
    public void send(String queueArn, ObjectNode message) {
        MessageCalls.send(queue(queueArn), message);
    }

    @Override
    public List<Received> receive(String queueArn, int most, long waitMillis) {
        return queues.receive(queue(queueArn), new ReceiveRequest(most, -1, waitMillis)).stream()
                .map(Sqs::received)
                .toList();
    }

    private static Received received(Delivery delivery) {
        ObjectNode content = delivery.content().deepCopy();
        content.put("MD5OfBody", Digests.md5(content.path("Body").asText()));
        if (content.path("MessageAttributes").size() > 0) {
            content.put("MD5OfMessageAttributes", Digests.md5(content.path("MessageAttributes")));
        }
        return new Received(delivery.receiptHandle(), content);
    }

    @Override
    public void delete(String queueArn, String receiptHandle) {
        queue(queueArn).delete(receiptHandle);
    }

    @Override
    public void release(String queueArn, String receiptHandle, int seconds) {
        queue(queueArn).hide(receiptHandle, seconds);
    }

    private Queue queue(String arn) {
        return queues.require(QueueId.ofArn(arn));
    }

    @Override
    public void close() {
        queues.close();
    }
}
