package sst.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sst.local.sqs.message.QueueId;
import sst.local.sqs.message.SqsFault;
import sst.local.sqs.queue.QueueRecord;
import sst.local.sqs.queue.QueueSettings;
import sst.local.sqs.queue.Queues;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** The calls on queues themselves. */
record QueueCalls(Queues queues) {
    private static final int MOST = 1000;
    private static final int MOST_TAGS = 50;

    ObjectNode create(ObjectNode input, CallContext context) {
        QueueId id = new QueueId(context.region(), Input.text(input, "QueueName"));
        queues.create(id, Input.texts(input.path("Attributes")), Input.texts(input.path("tags")));
        return url(id, context);
    }

    private static ObjectNode url(QueueId id, CallContext context) {
        return Json.object().put("QueueUrl", id.url(context.endpoint()));
    }

    ObjectNode delete(ObjectNode input, CallContext context) {
        queues.delete(Input.queue(input, context));
        return Json.object();
    }

    ObjectNode find(ObjectNode input, CallContext context) {
        QueueId id = new QueueId(context.region(), Input.text(input, "QueueName"));
        queues.require(id);
        return url(id, context);
    }

    ObjectNode list(ObjectNode input, CallContext context) {
        String prefix = input.path("QueueNamePrefix").asText();
        String after = input.path("NextToken").asText();
        return page(queues.names(context.region(), prefix, after), input, new Listing("QueueUrls", context));
    }

    private record Listing(String member, CallContext context) {}

    private static ObjectNode page(List<String> names, ObjectNode input, Listing listing) {
        int most = Input.number(input, new Input.Bounds("MaxResults", MOST, 1, MOST));
        ObjectNode answer = Json.object();
        ArrayNode urls = answer.putArray(listing.member());
        CallContext context = listing.context();
        names.stream()
                .limit(most)
                .forEach(name -> urls.add(new QueueId(context.region(), name).url(context.endpoint())));
        if (names.size() > most && input.has("MaxResults")) {
            answer.put("NextToken", names.get(most - 1));
        }
        return answer;
    }

    ObjectNode attributes(ObjectNode input, CallContext context) {
        QueueId id = Input.queue(input, context);
        Map<String, String> all = all(id);
        ObjectNode answer = Json.object();
        List<String> asked = Input.list(input.path("AttributeNames"));
        for (String name : asked) {
            if (!name.equals("All") && !QueueSettings.isKnown(name)) {
                throw SqsFault.unknownAttribute(name);
            }
        }
        all.forEach((name, value) -> {
            if (asked.contains(name) || asked.contains("All")) {
                answer.withObjectProperty("Attributes").put(name, value);
            }
        });
        return answer;
    }

    private Map<String, String> all(QueueId id) {
        QueueRecord record = queues.find(id).orElseThrow(SqsFault::noQueue);
        Map<String, String> all = new TreeMap<>(record.settings().values());
        queues.require(id).counts().forEach((name, count) -> all.put(name, count.toString()));
        all.put("QueueArn", id.arn());
        all.put("CreatedTimestamp", Long.toString(record.times().created() / 1000));
        all.put("LastModifiedTimestamp", Long.toString(record.times().modified() / 1000));
        return all;
    }

    ObjectNode setAttributes(ObjectNode input, CallContext context) {
        queues.change(Input.queue(input, context), Input.texts(input.path("Attributes")));
        return Json.object();
    }

    ObjectNode purge(ObjectNode input, CallContext context) {
        queues.purge(Input.queue(input, context));
        return Json.object();
    }

    ObjectNode tag(ObjectNode input, CallContext context) {
        Map<String, String> more = Input.texts(input.path("Tags"));
        if (more.isEmpty()) {
            throw SqsFault.missing("Tags");
        }
        queues.tag(Input.queue(input, context), tags -> {
            Map<String, String> all = new TreeMap<>(tags);
            all.putAll(more);
            if (all.size() > MOST_TAGS) {
                throw SqsFault.invalid("Too many tags added for queue "
                        + Input.queue(input, context).name() + ".");
            }
            return all;
        });
        return Json.object();
    }

    ObjectNode untag(ObjectNode input, CallContext context) {
        List<String> keys = Input.list(input.path("TagKeys"));
        if (keys.isEmpty()) {
            throw SqsFault.invalid("Tag keys must be between 1 and 128 characters in length.");
        }
        queues.tag(Input.queue(input, context), tags -> {
            Map<String, String> all = new TreeMap<>(tags);
            all.keySet().removeAll(keys);
            return all;
        });
        return Json.object();
    }

    ObjectNode tags(ObjectNode input, CallContext context) {
        QueueRecord record = queues.find(Input.queue(input, context)).orElseThrow(SqsFault::noQueue);
        ObjectNode answer = Json.object();
        if (!record.tags().isEmpty()) {
            answer.set("Tags", Json.tree(new TreeMap<>(record.tags())));
        }
        return answer;
    }

    ObjectNode deadLetterSources(ObjectNode input, CallContext context) {
        QueueId target = Input.queue(input, context);
        queues.require(target);
        List<String> sources = queues
                .names(context.region(), "", input.path("NextToken").asText())
                .stream()
                .filter(name -> isSource(new QueueId(context.region(), name), target.arn()))
                .toList();
        return page(sources, input, new Listing("queueUrls", context));
    }

    boolean isDeadLetterQueue(QueueId id) {
        return queues.names(id.region(), "", "").stream()
                .anyMatch(name -> isSource(new QueueId(id.region(), name), id.arn()));
    }

    private boolean isSource(QueueId id, String target) {
        return queues.find(id)
                .flatMap(record -> record.settings().redrive())
                .filter(redrive -> redrive.targetArn().equals(target))
                .isPresent();
    }

    /** Notes a permission in the queue's policy, which is recorded and not enforced. */
    ObjectNode setPolicy(QueueId id, JsonNode policy) {
        queues.change(id, Map.of("Policy", policy.isMissingNode() ? "" : policy.toString()));
        return Json.object();
    }
}
