package sst.local.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sst.local.sns.topic.SnsFault;
import sst.local.sns.topic.TopicId;
import sst.local.sns.topic.Topics;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** Statements of a topic's policy by label; the policy is recorded and not enforced. */
record PermissionCalls(Topics topics) {
    private static final String POLICY = "Policy";
    private static final Set<String> ACTIONS = Set.of(
            "AddPermission",
            "DeleteTopic",
            "GetDataProtectionPolicy",
            "GetTopicAttributes",
            "ListSubscriptionsByTopic",
            "ListTagsForResource",
            "Publish",
            "PutDataProtectionPolicy",
            "RemovePermission",
            "SetTopicAttributes",
            "Subscribe");

    void addTo(Map<String, Operation> operations) {
        operations.put("AddPermission", this::add);
        operations.put("RemovePermission", this::remove);
    }

    private ObjectNode add(ObjectNode input, CallContext context) {
        TopicId topic = Input.topic(input);
        ObjectNode policy = policy(topic);
        String label = Input.text(input, "Label");
        for (JsonNode statement : policy.path("Statement")) {
            if (statement.path("Sid").asText().equals(label)) {
                throw SnsFault.invalid("Statement already exists");
            }
        }
        List<String> accounts = new ArrayList<>();
        input.path("AWSAccountId").forEach(account -> accounts.add("arn:aws:iam::" + account.asText() + ":root"));
        List<String> actions = new ArrayList<>();
        for (JsonNode action : input.path("ActionName")) {
            if (!ACTIONS.contains(action.asText())) {
                throw SnsFault.invalid("Policy statement action out of service scope!");
            }
            actions.add("SNS:" + action.asText());
        }
        ObjectNode statement =
                policy.withArray("Statement").addObject().put("Sid", label).put("Effect", "Allow");
        statement.putObject("Principal").set("AWS", oneOrMany(accounts));
        statement.set("Action", oneOrMany(actions));
        statement.put("Resource", topic.arn());
        topics.change(topic, POLICY, policy.toString());
        return Json.object();
    }

    private static JsonNode oneOrMany(List<String> texts) {
        return Json.tree(texts.size() == 1 ? texts.get(0) : texts);
    }

    private ObjectNode policy(TopicId topic) {
        String text = topics.existing(topic).path("Attributes").path(POLICY).asText("");
        return Json.read((text.isEmpty() ? TopicCalls.policy(topic) : text).getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode remove(ObjectNode input, CallContext context) {
        TopicId topic = Input.topic(input);
        ObjectNode policy = policy(topic);
        String label = Input.text(input, "Label");
        ArrayNode left = Json.object().arrayNode();
        policy.path("Statement").forEach(statement -> {
            if (!statement.path("Sid").asText().equals(label)) {
                left.add(statement);
            }
        });
        policy.set("Statement", left);
        topics.change(topic, POLICY, policy.toString());
        return Json.object();
    }
}
