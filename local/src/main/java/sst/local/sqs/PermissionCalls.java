package sst.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import sst.local.sqs.message.QueueId;
import sst.local.sqs.message.SqsFault;
import sst.local.sqs.queue.Queues;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** Statements of a queue's policy by label; the policy is recorded and not enforced. */
record PermissionCalls(Queues queues) {
    private static final String LABEL = "Label";

    ObjectNode add(ObjectNode input, CallContext context) {
        QueueId id = Input.queue(input, context);
        String label = Input.text(input, LABEL);
        ObjectNode policy = policy(id);
        ArrayNode statements = policy.withArray("Statement");
        for (JsonNode statement : statements) {
            if (statement.path("Sid").asText().equals(label)) {
                throw SqsFault.invalid(LABEL, label, "Already exists.");
            }
        }
        ObjectNode statement = statements.addObject().put("Sid", label).put("Effect", "Allow");
        ArrayNode accounts = statement.putObject("Principal").putArray("AWS");
        input.path("AWSAccountIds").forEach(account -> accounts.add("arn:aws:iam::" + account.asText() + ":root"));
        ArrayNode actions = statement.putArray("Action");
        input.path("Actions").forEach(action -> actions.add("SQS:" + action.asText()));
        statement.put("Resource", id.arn());
        queues.change(id, Map.of("Policy", policy.toString()));
        return Json.object();
    }

    ObjectNode remove(ObjectNode input, CallContext context) {
        QueueId id = Input.queue(input, context);
        String label = Input.text(input, LABEL);
        ObjectNode policy = policy(id);
        ArrayNode statements = policy.withArray("Statement");
        int before = statements.size();
        for (int at = statements.size() - 1; at >= 0; at--) {
            if (statements.get(at).path("Sid").asText().equals(label)) {
                statements.remove(at);
            }
        }
        if (statements.size() == before) {
            throw SqsFault.invalid(LABEL, label, "can't find label on existing policy.");
        }
        queues.change(id, Map.of("Policy", statements.isEmpty() ? "" : policy.toString()));
        return Json.object();
    }

    private ObjectNode policy(QueueId id) {
        String text = queues.require(id).settings().values().getOrDefault("Policy", "");
        return text.isEmpty()
                ? Json.object().put("Version", "2012-10-17").put("Id", id.arn() + "/SQSDefaultPolicy")
                : Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
