package sst.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sst.local.sqs.message.Digests;
import sst.local.sqs.message.NewMessage;
import sst.local.sqs.message.Sent;
import sst.local.sqs.message.SqsFault;
import sst.local.sqs.queue.Queue;
import sst.local.sqs.queue.Queues;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** The calls that send messages and end receives. */
record MessageCalls(Queues queues) {
    private static final int MOST_BATCH_BYTES = 1_048_576;
    private static final int LONGEST_VISIBILITY = 43_200;

    ObjectNode send(ObjectNode input, CallContext context) {
        return send(queue(input, context), input);
    }

    private Queue queue(ObjectNode input, CallContext context) {
        return queues.require(Input.queue(input, context));
    }

    static ObjectNode send(Queue queue, ObjectNode input) {
        NewMessage message = new MessageReader(queue).read(input);
        JsonNode attributes = message.content().path("MessageAttributes");
        Sent sent = queue.send(message);
        ObjectNode answer = Json.object()
                .put("MessageId", sent.messageId())
                .put("MD5OfMessageBody", Digests.md5(input.path("MessageBody").asText()));
        if (!attributes.isEmpty()) {
            answer.put("MD5OfMessageAttributes", Digests.md5(attributes));
        }
        if (!input.path("MessageSystemAttributes").isEmpty()) {
            answer.put("MD5OfMessageSystemAttributes", Digests.md5(input.path("MessageSystemAttributes")));
        }
        if (queue.id().isFifo()) {
            answer.put("SequenceNumber", sent.sequenceNumber());
        }
        return answer;
    }

    ObjectNode sendBatch(ObjectNode input, CallContext context) {
        Queue queue = queue(input, context);
        long size = 0;
        for (JsonNode entry : input.path("Entries")) {
            size += entry instanceof ObjectNode object ? MessageReader.size(object) : 0;
        }
        if (size > MOST_BATCH_BYTES) {
            throw SqsFault.named(
                    "BatchRequestTooLong",
                    "Batch requests cannot be longer than " + MOST_BATCH_BYTES + " bytes. You have sent " + size
                            + " bytes.");
        }
        Batch batch = new Batch("SendMessageBatchRequestEntry");
        batch.check(input.path("Entries"));
        new MessageReader(queue).checkOrder(input.path("Entries"));
        return batch.run(input, entry -> send(queue, entry));
    }

    ObjectNode delete(ObjectNode input, CallContext context) {
        return delete(queue(input, context), input);
    }

    private static ObjectNode delete(Queue queue, ObjectNode input) {
        queue.delete(Input.text(input, "ReceiptHandle"));
        return Json.object();
    }

    ObjectNode deleteBatch(ObjectNode input, CallContext context) {
        Queue queue = queue(input, context);
        return new Batch("DeleteMessageBatchRequestEntry").run(input, entry -> delete(queue, entry));
    }

    ObjectNode hide(ObjectNode input, CallContext context) {
        return hide(queue(input, context), input);
    }

    private static ObjectNode hide(Queue queue, ObjectNode input) {
        String handle = Input.text(input, "ReceiptHandle");
        Input.text(input, "VisibilityTimeout");
        queue.hide(handle, Input.number(input, new Input.Bounds("VisibilityTimeout", 0, 0, LONGEST_VISIBILITY)));
        return Json.object();
    }

    ObjectNode hideBatch(ObjectNode input, CallContext context) {
        Queue queue = queue(input, context);
        return new Batch("ChangeMessageVisibilityBatchRequestEntry").run(input, entry -> hide(queue, entry));
    }
}
