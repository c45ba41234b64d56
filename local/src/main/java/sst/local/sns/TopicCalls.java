package sst.local.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sst.local.sns.topic.SnsFault;
import sst.local.sns.topic.Subscription;
import sst.local.sns.topic.Subscriptions;
import sst.local.sns.topic.TopicId;
import sst.local.sns.topic.Topics;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls on topics themselves. */
record TopicCalls(Topics topics, Subscriptions subscriptions) {
    void addTo(Map<String, Operation> operations) {
        operations.put("CreateTopic", this::create);
        operations.put("DeleteTopic", this::delete);
        operations.put("ListTopics", this::list);
        operations.put("GetTopicAttributes", this::attributes);
        operations.put("SetTopicAttributes", this::setAttribute);
        operations.put("TagResource", this::tag);
        operations.put("UntagResource", this::untag);
        operations.put("ListTagsForResource", this::tags);
    }

    private ObjectNode create(ObjectNode input, CallContext context) {
        TopicId id = new TopicId(context.region(), Input.text(input, "Name"));
        topics.create(id, Input.texts(input.path("Attributes")), Input.tags(input.path("Tags")));
        return Json.object().put("TopicArn", id.arn());
    }

    private ObjectNode delete(ObjectNode input, CallContext context) {
        delete(Input.topic(input));
        return Json.object();
    }

    /** Deletes a topic and its subscriptions; one that is gone already is no failure. */
    void delete(TopicId id) {
        subscriptions.of(id).forEach(subscription -> subscriptions.remove(subscription.arn()));
        topics.delete(id);
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        List<ObjectNode> all = topics.all(context.region()).stream()
                .map(id -> Json.object().put("TopicArn", id.arn()))
                .toList();
        return Input.page("Topics", all, input);
    }

    private ObjectNode attributes(ObjectNode input, CallContext context) {
        TopicId id = Input.topic(input);
        Map<String, String> all = new TreeMap<>(Map.of("DisplayName", "", "Policy", policy(id)));
        all.putAll(Input.texts(topics.existing(id).path("Attributes")));
        List<Subscription> of = subscriptions.of(id);
        long confirmed = of.stream().filter(Subscription::isConfirmed).count();
        all.put("TopicArn", id.arn());
        all.put("Owner", CallContext.ACCOUNT);
        all.put("SubscriptionsConfirmed", Long.toString(confirmed));
        all.put("SubscriptionsPending", Long.toString(of.size() - confirmed));
        all.put("SubscriptionsDeleted", "0");
        return Json.object().set("Attributes", Input.entries(all));
    }

    /** The policy of a topic that was given none: its owner may do everything. */
    static String policy(TopicId id) {
        ObjectNode policy = Json.object().put("Version", "2008-10-17").put("Id", "__default_policy_ID");
        ObjectNode statement = policy.putArray("Statement")
                .addObject()
                .put("Sid", "__default_statement_ID")
                .put("Effect", "Allow");
        statement.putObject("Principal").put("AWS", "arn:aws:iam::" + CallContext.ACCOUNT + ":root");
        statement.put("Action", "SNS:*").put("Resource", id.arn());
        return policy.toString();
    }

    private ObjectNode setAttribute(ObjectNode input, CallContext context) {
        String value = input.path("AttributeValue").asText("");
        topics.change(Input.topic(input), Input.text(input, "AttributeName"), value);
        return Json.object();
    }

    private ObjectNode tag(ObjectNode input, CallContext context) {
        TopicId id = TopicId.ofArn(Input.text(input, "ResourceArn"));
        ObjectNode record = topics.existing(id);
        ObjectNode tags = Input.tags(input.path("Tags"));
        if (tags.size() < input.path("Tags").size()) {
            throw SnsFault.invalid("Duplicated keys are not allowed.");
        }
        record.withObjectProperty("Tags").setAll(tags);
        topics.save(id, record);
        return Json.object();
    }

    private ObjectNode untag(ObjectNode input, CallContext context) {
        TopicId id = TopicId.ofArn(Input.text(input, "ResourceArn"));
        ObjectNode record = topics.existing(id);
        for (JsonNode key : input.path("TagKeys")) {
            record.withObjectProperty("Tags").remove(key.asText());
        }
        topics.save(id, record);
        return Json.object();
    }

    private ObjectNode tags(ObjectNode input, CallContext context) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("Tags");
        Input.texts(topics.existing(TopicId.ofArn(Input.text(input, "ResourceArn")))
                        .path("Tags"))
                .forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
        return answer;
    }
}
