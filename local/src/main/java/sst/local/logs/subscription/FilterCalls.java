package sst.local.logs.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls on subscription filters. */
public final class FilterCalls {
    private static final int MOST_SHOWN = 50;

    private final Filters filters;
    private final Deliveries deliveries;
    private final Clock clock;
    private final Groups groups;

    /** The calls on these filters. */
    public FilterCalls(Filters filters, Deliveries deliveries, Clock clock, Groups groups) {
        this.filters = filters;
        this.deliveries = deliveries;
        this.clock = clock;
        this.groups = groups;
    }

    /** By AWS's operation name. */
    public Map<String, Operation> operations() {
        return Map.of(
                "PutSubscriptionFilter", this::put,
                "DescribeSubscriptionFilters", this::describe,
                "DeleteSubscriptionFilter", this::delete);
    }

    private ObjectNode put(ObjectNode input, CallContext context) {
        for (String member : List.of("logGroupName", "filterName", "destinationArn")) {
            if (input.path(member).asText().isEmpty()) {
                throw Subscribers.invalid("1 validation error detected: Value null at '" + member
                        + "' failed to satisfy constraint: Member must not be null");
            }
        }
        put(context.region(), input);
        return Json.object();
    }

    /** Makes or changes a filter of a group that is there. */
    void put(String region, ObjectNode input) {
        Filters.Group group =
                new Filters.Group(region, input.path("logGroupName").asText());
        groups.require().accept(group);
        String arn = input.path("destinationArn").asText();
        deliveries.subscribers().require(arn);
        refuseEndless(group, arn);
        String pattern = input.path("filterPattern").asText();
        var unused = groups.patterns().apply(pattern);
        ObjectNode filter = Json.object()
                .put("filterName", input.path("filterName").asText())
                .put("logGroupName", group.name())
                .put("filterPattern", pattern)
                .put("destinationArn", arn)
                .put("distribution", input.path("distribution").asText("ByLogStream"))
                .put("applyOnTransformedLogs", false)
                .put("creationTime", clock.millis());
        if (input.hasNonNull("roleArn")) {
            filter.set("roleArn", input.get("roleArn"));
        }
        filters.put(group, filter);
        if (arn.startsWith("arn:aws:kinesis:")) {
            deliveries.subscribers().send(arn, "", Deliveries.compressed(check()));
        }
    }

    /** What CloudWatch Logs puts into a stream to see whether it can. */
    private ObjectNode check() {
        ObjectNode message = Json.object()
                .put("messageType", "CONTROL_MESSAGE")
                .put("owner", "CloudwatchLogs")
                .put("logGroup", "")
                .put("logStream", "");
        message.putArray("subscriptionFilters");
        message.putArray("logEvents")
                .addObject()
                .put("id", "")
                .put("timestamp", clock.millis())
                .put("message", "CWL CONTROL MESSAGE: Checking health of destination Kinesis stream.");
        return message;
    }

    /** On AWS this only costs money; here it would take the machine. */
    private static void refuseEndless(Filters.Group group, String arn) {
        String function =
                arn.replaceFirst("^arn:aws:lambda:[^:]*:[^:]*:function:", "").replaceFirst(":.*", "");
        if (group.name().equals("/aws/lambda/" + function)) {
            throw Subscribers.invalid(
                    "sst local does not send the log of a function to the function itself: " + function);
        }
    }

    private ObjectNode describe(ObjectNode input, CallContext context) {
        Filters.Group group =
                new Filters.Group(context.region(), input.path("logGroupName").asText());
        groups.require().accept(group);
        String prefix = input.path("filterNamePrefix").asText();
        String after = input.path("nextToken").asText();
        int limit = Math.min(MOST_SHOWN, Math.max(1, input.path("limit").asInt(MOST_SHOWN)));
        List<JsonNode> rest = filters.of(group).stream()
                .filter(filter -> filter.path("filterName").asText().startsWith(prefix))
                .filter(filter -> filter.path("filterName").asText().compareTo(after) > 0)
                .toList();
        ObjectNode answer = Json.object();
        ArrayNode shown = answer.putArray("subscriptionFilters");
        rest.stream().limit(limit).forEach(shown::add);
        if (rest.size() > limit) {
            answer.set("nextToken", rest.get(limit - 1).path("filterName"));
        }
        return answer;
    }

    private ObjectNode delete(ObjectNode input, CallContext context) {
        Filters.Group group =
                new Filters.Group(context.region(), input.path("logGroupName").asText());
        groups.require().accept(group);
        if (!filters.remove(group, input.path("filterName").asText())) {
            throw new AwsException(
                    400, "ResourceNotFoundException", "The specified subscription filter does not exist.");
        }
        return Json.object();
    }

    /** Forgets a filter, if it is there. */
    void forget(Filters.Group group, String name) {
        filters.remove(group, name);
    }

    /**
     * What log groups tell.
     *
     * @param require throws when a group is not there
     * @param patterns makes a predicate of a filter pattern, or throws
     */
    public record Groups(Consumer<Filters.Group> require, Function<String, Predicate<String>> patterns) {}
}
