package sst.local.lambda.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import sst.local.lambda.control.record.Faults;
import sst.local.lambda.control.record.FunctionRef;
import sst.local.lambda.control.record.Members;
import sst.local.lambda.source.poll.Ends;
import sst.local.lambda.source.poll.Mapping;
import sst.local.lambda.source.poll.Poller;
import sst.local.lambda.source.poll.QueuePoller;
import sst.local.lambda.source.poll.StreamPoller;
import sst.local.port.StreamAccess;
import sst.local.wire.CallContext;
import sst.local.wire.RestRoute;

/** The calls on event source mappings, and the pollers of those that are enabled. */
final class Mappings {
    private static final String PATH = "/2015-03-31/event-source-mappings";

    private final NavigableMap<String, JsonNode> records;
    private final Ends ends;
    private final Map<String, StreamAccess> streams;
    private final Map<String, Poller> pollers = new HashMap<>();

    Mappings(Ends ends, Map<String, StreamAccess> streams) {
        this.ends = ends;
        this.streams = streams;
        this.records = ends.host().store().json("lambda.sources");
        records.forEach((key, record) -> poll(key, (ObjectNode) record));
    }

    List<RestRoute> routes() {
        return List.of(
                new RestRoute("POST", PATH, "CreateEventSourceMapping", 202, this::create),
                new RestRoute("POST", PATH + "/", "CreateEventSourceMapping", 202, this::create),
                new RestRoute("GET", PATH, "ListEventSourceMappings", 200, this::list),
                new RestRoute("GET", PATH + "/", "ListEventSourceMappings", 200, this::list),
                new RestRoute("GET", PATH + "/{UUID}", "GetEventSourceMapping", 200, this::get),
                new RestRoute("PUT", PATH + "/{UUID}", "UpdateEventSourceMapping", 202, this::update),
                new RestRoute("DELETE", PATH + "/{UUID}", "DeleteEventSourceMapping", 202, this::delete));
    }

    /** Makes a mapping; its poller starts at once. */
    synchronized ObjectNode create(ObjectNode input, CallContext context) {
        String source = Members.required(input, "EventSourceArn");
        FunctionRef function = function(input, context);
        checkSource(source);
        checkNew(source, function, context);
        String uuid = UUID.randomUUID().toString();
        ObjectNode record = Members.object()
                .put("UUID", uuid)
                .put("EventSourceArn", source)
                .put("EventSourceMappingArn", context.arn("lambda", "event-source-mapping:" + uuid));
        String key = context.region() + "/" + uuid;
        stream(source).ifPresent(stream -> begin(key, stream, StartingPoint.read(input), record));
        return change(key, record, input.put("FunctionName", function.arn()));
    }

    private Optional<StreamAccess> stream(String source) {
        return Optional.ofNullable(streams.get(source.split(":", -1)[2]));
    }

    private void checkSource(String source) {
        if (source.startsWith("arn:aws:sqs:")) {
            if (!ends.queues().exists(source)) {
                throw Faults.invalid("Error occurred while ReceiveMessage. SQS Error Code:"
                        + " AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not"
                        + " exist.");
            }
            return;
        }
        Optional<StreamAccess> stream = source.startsWith("arn:aws:") ? stream(source) : Optional.empty();
        if (stream.isEmpty()) {
            throw Faults.unsupported("an event source other than a queue or a stream (" + source + ")");
        }
        if (!stream.get().hasStream(source)) {
            throw Faults.invalid("Stream not found: " + source);
        }
    }

    /** What LATEST means is settled now, also for a mapping that is enabled later. */
    private void begin(String key, StreamAccess stream, StartingPoint start, ObjectNode record) {
        String source = Members.text(record, "EventSourceArn");
        for (String shard : stream.shards(source)) {
            long after = start.after(stream, new StreamAccess.Shard(source, shard));
            ends.checkpoints().put(key, shard, after);
        }
        record.put("StartingPosition", start.type());
    }

    private FunctionRef function(ObjectNode input, CallContext context) {
        FunctionRef function = FunctionRef.parse(Members.required(input, "FunctionName"), context.region());
        if (!ends.functions().exists(function.arn())) {
            throw Faults.notFound("Function not found: " + function.arn());
        }
        return function;
    }

    private void checkNew(String source, FunctionRef function, CallContext context) {
        for (ObjectNode record : all(context)) {
            boolean isSame = Members.text(record, "EventSourceArn").equals(source)
                    && Members.text(record, "FunctionArn").equals(function.arn());
            if (isSame) {
                throw Faults.conflict("An event source mapping with SQS arn (\" " + source + " \") and function (\" "
                        + function.name() + " \") already exists. Please update or delete the existing mapping with"
                        + " UUID " + Members.text(record, "UUID"));
            }
        }
    }

    private List<ObjectNode> all(CallContext context) {
        String prefix = context.region() + "/";
        return records.tailMap(prefix, true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> (ObjectNode) entry.getValue())
                .toList();
    }

    private ObjectNode change(String key, ObjectNode record, ObjectNode input) {
        MappingRules.apply(input, record);
        if (input.hasNonNull("FunctionName")) {
            record.set("FunctionArn", input.get("FunctionName"));
        }
        boolean wasEnabled = !record.has("State") || Mapping.isEnabled(record);
        boolean isEnabled = input.path("Enabled").asBoolean(wasEnabled);
        record.put("State", isEnabled ? "Enabled" : "Disabled")
                .put("StateTransitionReason", "USER_INITIATED")
                .put("LastModified", ends.host().clock().millis() / 1000.0);
        records.put(key, record);
        poll(key, record);
        return record;
    }

    private void poll(String key, ObjectNode record) {
        rest(key);
        if (Mapping.isEnabled(record)) {
            Poller poller = poller(key, Mapping.read(record));
            pollers.put(key, poller);
            poller.start();
        }
    }

    private Poller poller(String key, Mapping mapping) {
        return stream(mapping.sourceArn())
                .<Poller>map(stream -> new StreamPoller(key, mapping, stream, ends))
                .orElseGet(() -> new QueuePoller(mapping, ends));
    }

    private void rest(String key) {
        Poller before = pollers.remove(key);
        if (before != null) {
            before.stop();
        }
    }

    private static String key(ObjectNode input, CallContext context) {
        return context.region() + "/" + Members.required(input, "UUID");
    }

    ObjectNode get(ObjectNode input, CallContext context) {
        if (records.get(key(input, context)) instanceof ObjectNode record) {
            return record;
        }
        throw Faults.notFound("The resource you requested does not exist.");
    }

    synchronized ObjectNode update(ObjectNode input, CallContext context) {
        ObjectNode record = get(input, context);
        if (input.hasNonNull("FunctionName")) {
            input.put("FunctionName", function(input, context).arn());
        }
        return change(key(input, context), record, input);
    }

    synchronized ObjectNode delete(ObjectNode input, CallContext context) {
        ObjectNode record = get(input, context);
        rest(key(input, context));
        records.remove(key(input, context));
        ends.checkpoints().remove(key(input, context));
        return record.put("State", "Deleting");
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        String source = Members.text(input, "EventSourceArn");
        String function = Members.text(input, "FunctionName");
        String functionArn = function.isEmpty()
                ? ""
                : FunctionRef.parse(function, context.region()).arn();
        ArrayNode found = Members.array();
        for (ObjectNode record : all(context)) {
            boolean isAsked =
                    (source.isEmpty() || Members.text(record, "EventSourceArn").equals(source))
                            && (functionArn.isEmpty()
                                    || Members.text(record, "FunctionArn").equals(functionArn));
            if (isAsked) {
                found.add(record);
            }
        }
        return Members.object().set("EventSourceMappings", found);
    }

    synchronized void close() {
        pollers.values().forEach(Poller::stop);
        pollers.clear();
    }
}
