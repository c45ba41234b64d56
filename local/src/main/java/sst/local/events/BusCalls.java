package sst.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import sst.local.events.rule.BusId;
import sst.local.events.rule.Buses;
import sst.local.events.rule.EventsFault;
import sst.local.events.rule.RuleId;
import sst.local.events.rule.Rules;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls on buses, and those on tags. */
record BusCalls(Buses buses, Rules rules) {
    void addTo(Map<String, Operation> operations) {
        operations.put("CreateEventBus", this::create);
        operations.put("DeleteEventBus", this::delete);
        operations.put("DescribeEventBus", this::describe);
        operations.put("ListEventBuses", this::list);
        operations.put("UpdateEventBus", this::update);
        operations.put("PutPermission", this::permit);
        operations.put("RemovePermission", this::forbid);
        operations.put("TagResource", this::tag);
        operations.put("UntagResource", this::untag);
        operations.put("ListTagsForResource", this::tags);
    }

    private ObjectNode create(ObjectNode input, CallContext context) {
        BusId id = new BusId(context.region(), Input.text(input, "Name"));
        ObjectNode record = buses.create(id, input.path("Description").asText(""));
        record.set("Tags", Input.tags(input.path("Tags")));
        buses.save(id, record);
        return Json.object().put("EventBusArn", id.arn());
    }

    private ObjectNode delete(ObjectNode input, CallContext context) {
        delete(BusId.parse(Input.text(input, "Name"), context.region()));
        return Json.object();
    }

    /** Deletes a bus that has no rules any more; one that is gone already is no failure. */
    void delete(BusId id) {
        if (!id.name().equals(BusId.DEFAULT) && !rules.of(id).isEmpty()) {
            throw EventsFault.invalid("Event bus " + id.name() + " cannot be deleted since it has rules.");
        }
        buses.delete(id);
    }

    private ObjectNode describe(ObjectNode input, CallContext context) {
        return shown(BusId.parse(input.path("Name").asText(""), context.region()));
    }

    private ObjectNode update(ObjectNode input, CallContext context) {
        BusId id = BusId.parse(input.path("Name").asText(""), context.region());
        ObjectNode record = buses.existing(id);
        if (input.has("Description")) {
            record.set("Description", input.get("Description"));
        }
        if (input.has("KmsKeyIdentifier") || input.has("DeadLetterConfig")) {
            throw EventsFault.unsupported("KmsKeyIdentifier or DeadLetterConfig of an event bus");
        }
        buses.save(id, record);
        ObjectNode answer = Json.object().put("Name", id.name()).put("Arn", id.arn());
        return record.has("Description") ? answer.set("Description", record.get("Description")) : answer;
    }

    private ObjectNode permit(ObjectNode input, CallContext context) {
        BusId id = Input.bus(input, context);
        ObjectNode record = buses.existing(id);
        BusPolicy.put(record, input);
        buses.save(id, record);
        return Json.object();
    }

    private ObjectNode forbid(ObjectNode input, CallContext context) {
        BusId id = Input.bus(input, context);
        ObjectNode record = buses.existing(id);
        BusPolicy.remove(record, input);
        buses.save(id, record);
        return Json.object();
    }

    private ObjectNode shown(BusId id) {
        ObjectNode shown = buses.existing(id).put("Name", id.name()).put("Arn", id.arn());
        shown.remove(List.of("Tags", "Owner"));
        BusPolicy.show(id, shown);
        return shown;
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        List<ObjectNode> all = buses
                .all(context.region(), input.path("NamePrefix").asText(""))
                .stream()
                .map(this::shown)
                .toList();
        return Input.page("EventBuses", all, input);
    }

    private ObjectNode record(String arn) {
        return arn.contains(":rule/") ? rules.existing(RuleId.ofArn(arn)) : buses.existing(BusId.parse(arn, ""));
    }

    private void save(String arn, ObjectNode record) {
        if (arn.contains(":rule/")) {
            rules.save(RuleId.ofArn(arn), record);
        } else {
            buses.save(BusId.parse(arn, ""), record);
        }
    }

    private ObjectNode tag(ObjectNode input, CallContext context) {
        String arn = Input.text(input, "ResourceARN");
        ObjectNode record = record(arn);
        record.withObjectProperty("Tags").setAll(Input.tags(input.path("Tags")));
        save(arn, record);
        return Json.object();
    }

    private ObjectNode untag(ObjectNode input, CallContext context) {
        String arn = Input.text(input, "ResourceARN");
        ObjectNode record = record(arn);
        for (JsonNode key : input.path("TagKeys")) {
            record.withObjectProperty("Tags").remove(key.asText());
        }
        save(arn, record);
        return Json.object();
    }

    private ObjectNode tags(ObjectNode input, CallContext context) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("Tags");
        record(Input.text(input, "ResourceARN")).path("Tags").properties().forEach(tag -> list.addObject()
                .put("Key", tag.getKey())
                .put("Value", tag.getValue().asText()));
        return answer;
    }
}
