package sst.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import sst.local.sqs.message.Delivery;
import sst.local.sqs.message.Digests;
import sst.local.sqs.message.ReceiveRequest;
import sst.local.sqs.message.SqsFault;
import sst.local.sqs.queue.Queue;
import sst.local.sqs.queue.Queues;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/**
 * The call that receives messages.
 * See https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html
 */
record ReceiveCalls(Queues queues) {
    private static final int MOST = 10;
    private static final int LONGEST_VISIBILITY = 43_200;
    private static final int LONGEST_WAIT = 20;

    ObjectNode receive(ObjectNode input, CallContext context) {
        Queue queue = queues.require(Input.queue(input, context));
        if (input.hasNonNull("ReceiveRequestAttemptId")) {
            throw SqsFault.invalid("ReceiveRequestAttemptId is not supported by the local cloud");
        }
        int wait = Input.number(input, new Input.Bounds("WaitTimeSeconds", -1, 0, LONGEST_WAIT));
        ReceiveRequest request = new ReceiveRequest(
                Input.number(input, new Input.Bounds("MaxNumberOfMessages", 1, 1, MOST)),
                Input.number(input, new Input.Bounds("VisibilityTimeout", -1, 0, LONGEST_VISIBILITY)),
                wait * 1000L);
        List<Delivery> deliveries = queues.receive(queue, request);
        ObjectNode answer = Json.object();
        if (!deliveries.isEmpty()) {
            Selection selection = Selection.of(input);
            ArrayNode messages = answer.putArray("Messages");
            deliveries.forEach(delivery -> messages.add(selection.shown(delivery)));
        }
        return answer;
    }

    /** Which attributes the receiver wants to see. */
    private record Selection(List<String> system, List<String> user) {
        static Selection of(ObjectNode input) {
            List<String> system = new ArrayList<>(Input.list(input.path("AttributeNames")));
            system.addAll(Input.list(input.path("MessageSystemAttributeNames")));
            return new Selection(system, Input.list(input.path("MessageAttributeNames")));
        }

        ObjectNode shown(Delivery delivery) {
            JsonNode content = delivery.content();
            ObjectNode message = Json.object();
            String body = content.path("Body").asText();
            message.set("MessageId", content.path("MessageId"));
            message.put("ReceiptHandle", delivery.receiptHandle())
                    .put("MD5OfBody", Digests.md5(body))
                    .put("Body", body);
            content.path("System").properties().forEach(entry -> {
                if (system.contains("All") || system.contains(entry.getKey())) {
                    message.withObjectProperty("Attributes").set(entry.getKey(), entry.getValue());
                }
            });
            ObjectNode chosen = Json.object();
            content.path("MessageAttributes").properties().forEach(entry -> {
                if (isWanted(entry.getKey())) {
                    chosen.set(entry.getKey(), entry.getValue());
                }
            });
            if (!chosen.isEmpty()) {
                message.put("MD5OfMessageAttributes", Digests.md5(chosen)).set("MessageAttributes", chosen);
            }
            return message;
        }

        private boolean isWanted(String name) {
            return user.stream()
                    .anyMatch(wanted -> wanted.equals("All")
                            || wanted.equals(name)
                            || (wanted.endsWith(".*") && name.startsWith(wanted.substring(0, wanted.length() - 2))));
        }
    }
}
