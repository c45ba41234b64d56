package sst.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sst.local.sqs.message.QueueId;
import sst.local.sqs.message.SqsFault;
import sst.local.sqs.queue.Queues;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** Statements of a queue's policy by label; the policy is recorded and not enforced. */
record PermissionCalls(Queues queues) {
    private static final String LABEL = "Label";
    private static final int MOST_ACTIONS = 7;
    private static final Set<String> ALLOWED = Set.of(
            "*",
            "ChangeMessageVisibility",
            "DeleteMessage",
            "GetQueueAttributes",
            "GetQueueUrl",
            "ListDeadLetterSourceQueues",
            "PurgeQueue",
            "ReceiveMessage",
            "SendMessage");

    ObjectNode add(ObjectNode input, CallContext context) {
        QueueId id = Input.queue(input, context);
        String label = Input.text(input, LABEL);
        check(input);
        ObjectNode policy = policy(id);
        ArrayNode statements = policy.withArray("Statement");
        for (JsonNode statement : statements) {
            if (statement.path("Sid").asText().equals(label)) {
                throw SqsFault.invalid(LABEL, label, "Already exists.");
            }
        }
        ObjectNode statement = statements.addObject().put("Sid", label).put("Effect", "Allow");
        List<String> accounts = Input.list(input.path("AWSAccountIds")).stream()
                .map(account -> "arn:aws:iam::" + account + ":root")
                .toList();
        List<String> actions = Input.list(input.path("Actions")).stream()
                .map(action -> "SQS:" + action)
                .toList();
        statement.putObject("Principal").set("AWS", oneOrMany(accounts));
        statement.set("Action", oneOrMany(actions));
        statement.put("Resource", id.arn());
        queues.change(id, Map.of("Policy", policy.toString()));
        return Json.object();
    }

    private static JsonNode oneOrMany(List<String> texts) {
        return Json.tree(texts.size() == 1 ? texts.get(0) : texts);
    }

    private static void check(ObjectNode input) {
        List<String> actions = Input.list(input.path("Actions"));
        if (actions.isEmpty()) {
            throw SqsFault.missing("Actions");
        }
        if (actions.size() > MOST_ACTIONS) {
            throw new AwsException(
                    403, "OverLimit", actions.size() + " Actions were found, maximum allowed is " + MOST_ACTIONS + ".");
        }
        for (String action : actions) {
            if (!ALLOWED.contains(action)) {
                throw SqsFault.invalid(
                        "ActionName", "SQS:" + action, "Only the queue owner is allowed to invoke this action.");
            }
        }
        List<String> accounts = Input.list(input.path("AWSAccountIds"));
        if (accounts.isEmpty() || !accounts.stream().allMatch(account -> account.matches("\\d{12}"))) {
            throw SqsFault.invalid("PrincipalId", accounts.toString(), "Unable to verify.");
        }
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
            throw SqsFault.invalid(
                    LABEL, label, before == 0 ? "can't find label on existing policy." : "can't find label.");
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
