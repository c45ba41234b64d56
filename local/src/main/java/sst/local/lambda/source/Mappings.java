package sst.local.lambda.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import sst.local.lambda.control.Faults;
import sst.local.lambda.control.FunctionRef;
import sst.local.lambda.control.Members;
import sst.local.wire.CallContext;
import sst.local.wire.RestRoute;

/** The calls on event source mappings, and the pollers of those that are enabled. */
final class Mappings {
    private static final String PATH = "/2015-03-31/event-source-mappings";

    private final NavigableMap<String, JsonNode> records;
    private final EventSources.Parts parts;
    private final QueuePoller.Ends ends;
    private final Map<String, QueuePoller> pollers = new HashMap<>();

    Mappings(EventSources.Parts parts, QueuePoller.Ends ends) {
        this.parts = parts;
        this.ends = ends;
        this.records = ends.store().json("lambda.sources");
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
        if (!source.startsWith("arn:aws:sqs:")) {
            throw Faults.unsupported("an event source other than an SQS queue (" + source + ")");
        }
        if (!parts.queues().exists(source)) {
            throw Faults.invalid("Error occurred while ReceiveMessage. SQS Error Code:"
                    + " AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not"
                    + " exist.");
        }
        checkNew(source, function, context);
        String uuid = UUID.randomUUID().toString();
        ObjectNode record = Members.object()
                .put("UUID", uuid)
                .put("EventSourceArn", source)
                .put("EventSourceMappingArn", context.arn("lambda", "event-source-mapping:" + uuid));
        return change(context.region() + "/" + uuid, record, input.put("FunctionName", function.arn()));
    }

    private FunctionRef function(ObjectNode input, CallContext context) {
        FunctionRef function = FunctionRef.parse(Members.required(input, "FunctionName"), context.region());
        if (!parts.functions().exists(function.arn())) {
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
                .put("LastModified", parts.host().clock().millis() / 1000.0);
        records.put(key, record);
        poll(key, record);
        return record;
    }

    private void poll(String key, ObjectNode record) {
        rest(key);
        if (Mapping.isEnabled(record)) {
            QueuePoller poller = new QueuePoller(Mapping.read(record), ends);
            pollers.put(key, poller);
            poller.start();
        }
    }

    private void rest(String key) {
        QueuePoller before = pollers.remove(key);
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
        pollers.values().forEach(QueuePoller::stop);
        pollers.clear();
    }
}
