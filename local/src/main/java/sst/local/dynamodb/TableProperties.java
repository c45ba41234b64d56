package sst.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.wire.codec.Json;

/** The properties of {@code AWS::DynamoDB::Table}, as the members of {@code CreateTable} that mean the same. */
record TableProperties(ResourceRequest request) {
    private static final List<String> SAME = List.of(
            "AttributeDefinitions",
            "KeySchema",
            "BillingMode",
            "ProvisionedThroughput",
            "GlobalSecondaryIndexes",
            "LocalSecondaryIndexes",
            "TableClass",
            "DeletionProtectionEnabled",
            "OnDemandThroughput",
            "WarmThroughput",
            "KinesisStreamSpecification");
    private static final List<String> NUMBERS = List.of(
            "ReadCapacityUnits",
            "WriteCapacityUnits",
            "MaxReadRequestUnits",
            "MaxWriteRequestUnits",
            "ReadUnitsPerSecond",
            "WriteUnitsPerSecond");
    private static final List<String> FLAGS = List.of("DeletionProtectionEnabled", "SSEEnabled", "Enabled");

    private ObjectNode properties() {
        return request.properties();
    }

    String tableName() {
        return properties().path("TableName").asText(request.generatedName());
    }

    @Nullable
    String timeToLive() {
        JsonNode specification = properties().path("TimeToLiveSpecification");
        return isTrue(specification.path("Enabled"))
                ? specification.path("AttributeName").asText()
                : null;
    }

    boolean pointInTimeRecovery() {
        return isTrue(properties().path("PointInTimeRecoverySpecification").path("PointInTimeRecoveryEnabled"));
    }

    /** The stack's tags and the table's own, which go before. */
    Map<String, String> tags() {
        Map<String, String> tags = new TreeMap<>(request.tags());
        properties()
                .path("Tags")
                .forEach(tag ->
                        tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
        return tags;
    }

    ObjectNode createTable() {
        if (properties().has("ImportSourceSpecification")) {
            throw new ResourceFailure(
                    "ImportSourceSpecification of AWS::DynamoDB::Table is not supported by the local cloud");
        }
        ObjectNode json = Json.object().put("TableName", tableName());
        for (String member : SAME) {
            JsonNode value = properties().path(member);
            if (!value.isMissingNode()) {
                json.set(member, typed(member, value));
            }
        }
        // CloudFormation keeps the units of a table that is billed on demand, and leaves them out of the call.
        if (json.path("BillingMode").asText().equals("PAY_PER_REQUEST")) {
            json.remove("ProvisionedThroughput");
            json.path("GlobalSecondaryIndexes").forEach(index -> ((ObjectNode) index).remove("ProvisionedThroughput"));
        }
        for (String list : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
            if (json.path(list).isEmpty()) {
                json.remove(list);
            }
        }
        streamAndEncryption(json);
        return json;
    }

    private void streamAndEncryption(ObjectNode json) {
        JsonNode view = properties().path("StreamSpecification").path("StreamViewType");
        if (view.isTextual()) {
            json.putObject("StreamSpecification").put("StreamEnabled", true).set("StreamViewType", view);
        }
        JsonNode encryption = properties().path("SSESpecification");
        if (encryption instanceof ObjectNode object) {
            ObjectNode copy = (ObjectNode) typed("SSESpecification", object);
            copy.set("Enabled", copy.path("SSEEnabled"));
            copy.remove("SSEEnabled");
            json.set("SSESpecification", copy);
        }
    }

    /** Templates may write numbers and booleans as strings. */
    private static JsonNode typed(String name, JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode copy = Json.object();
            object.properties().forEach(entry -> copy.set(entry.getKey(), typed(entry.getKey(), entry.getValue())));
            return copy;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = Json.object().arrayNode();
            array.forEach(element -> copy.add(typed(name, element)));
            return copy;
        }
        if (value instanceof TextNode text && NUMBERS.contains(name)) {
            return Json.tree(Long.valueOf(text.textValue()));
        }
        if (value instanceof TextNode text && FLAGS.contains(name)) {
            return Json.tree(Boolean.valueOf(text.textValue()));
        }
        return value;
    }

    private static boolean isTrue(JsonNode value) {
        return value.asText().equals("true");
    }
}
