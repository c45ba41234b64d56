package sst.local.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** Tags and labels of parameters. */
final class ParameterTags {
    private final ParameterStore parameters;

    ParameterTags(ParameterStore parameters) {
        this.parameters = parameters;
    }

    private ObjectNode record(ObjectNode input, CallContext context) {
        String type = input.path("ResourceType").asText();
        if (!type.equals("Parameter")) {
            throw new AwsException(
                    400, "InvalidResourceType", "sst local keeps tags of resource type Parameter only, not " + type);
        }
        String name = ParameterName.parse(input.path("ResourceId").asText()).name();
        return parameters
                .find(context.region(), name)
                .orElseThrow(() -> new AwsException(400, "InvalidResourceId", "There is no parameter " + name));
    }

    private void save(ObjectNode record, CallContext context) {
        String name = record.path("Name").asText();
        parameters.all().put(ParameterStore.key(context.region(), name), record);
    }

    ObjectNode add(ObjectNode input, CallContext context) {
        ObjectNode record = record(input, context);
        ObjectNode tags = record.withObjectProperty("Tags");
        input.path("Tags")
                .forEach(tag ->
                        tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
        save(record, context);
        return Json.object();
    }

    ObjectNode remove(ObjectNode input, CallContext context) {
        ObjectNode record = record(input, context);
        ObjectNode tags = record.withObjectProperty("Tags");
        input.path("TagKeys").forEach(key -> tags.remove(key.asText()));
        save(record, context);
        return Json.object();
    }

    ObjectNode list(ObjectNode input, CallContext context) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("TagList");
        record(input, context).path("Tags").properties().forEach(tag -> list.addObject()
                .put("Key", tag.getKey())
                .put("Value", tag.getValue().asText()));
        return answer;
    }

    /** Replaces all tags of a parameter. */
    void replace(String name, Map<String, String> tags, CallContext context) {
        parameters.find(context.region(), name).ifPresent(record -> {
            record.set("Tags", Json.tree(tags));
            save(record, context);
        });
    }

    ObjectNode label(ObjectNode input, CallContext context) {
        String name = input.path("Name").asText();
        String selector = input.has("ParameterVersion")
                ? ":" + input.get("ParameterVersion").asText()
                : "";
        Ssm.Selected selected = parameters.select(context.region(), name + selector);
        for (JsonNode label : input.path("Labels")) {
            selected.record().path("Versions").forEach(version -> removeLabel(version, label.asText()));
            selected.version().withArrayProperty("Labels").add(label.asText());
        }
        save(selected.record(), context);
        ObjectNode answer = Json.object();
        answer.putArray("InvalidLabels");
        return answer.put("ParameterVersion", selected.version().path("Version").asLong());
    }

    private static void removeLabel(JsonNode version, String label) {
        if (version.path("Labels") instanceof ArrayNode labels) {
            for (int at = labels.size() - 1; at >= 0; at--) {
                if (labels.get(at).asText().equals(label)) {
                    labels.remove(at);
                }
            }
        }
    }
}
