package sst.local.dynamodb.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import sst.local.dynamodb.row.Rows;
import sst.local.dynamodb.table.Capacity;
import sst.local.dynamodb.table.IndexDefinition;
import sst.local.dynamodb.table.IndexProjection;
import sst.local.dynamodb.table.KeySchema;
import sst.local.dynamodb.table.StreamSetting;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.table.TableDefinition;
import sst.local.dynamodb.table.TableSettings;
import sst.local.wire.codec.Json;

/** A table as {@code DescribeTable} shows it; sizes are exact here, where AWS's are hours old. */
final class TableDescription {
    private final Table table;
    private final TableDefinition definition;
    private final String status;

    private TableDescription(Table table, String status) {
        this.table = table;
        this.definition = table.definition();
        this.status = status;
    }

    static ObjectNode of(Table table, String status) {
        return new TableDescription(table, status).json();
    }

    private ObjectNode json() {
        TableSettings settings = definition.settings();
        ObjectNode json = Json.object();
        ArrayNode attributes = json.putArray("AttributeDefinitions");
        new TreeMap<>(definition.types())
                .forEach((name, type) ->
                        attributes.addObject().put("AttributeName", name).put("AttributeType", type.name()));
        json.put("TableName", definition.name());
        json.set("KeySchema", keys(definition.keys()));
        json.put("TableStatus", status).put("CreationDateTime", definition.createdAt() / 1000.0);
        json.set("ProvisionedThroughput", throughput(settings.capacity()));
        size(json, "Table", table.items());
        json.put("TableArn", definition.arn()).put("TableId", definition.id());
        if (settings.onDemand()) {
            json.putObject("BillingModeSummary")
                    .put("BillingMode", "PAY_PER_REQUEST")
                    .put("LastUpdateToPayPerRequestDateTime", definition.createdAt() / 1000.0);
        }
        indexes(json);
        StreamSetting stream = settings.stream();
        if (stream != null) {
            stream(json, stream);
        }
        recorded(json, settings);
        json.put("DeletionProtectionEnabled", settings.deletionProtected());
        return json;
    }

    private void recorded(ObjectNode json, TableSettings settings) {
        settings.recorded("TableClassSummary").ifPresent(node -> json.set("TableClassSummary", node));
        settings.recorded("OnDemandThroughput").ifPresent(node -> json.set("OnDemandThroughput", node));
        settings.recorded("SSESpecification")
                .filter(sse -> sse.path("Enabled").asBoolean())
                .ifPresent(sse -> json.putObject("SSEDescription")
                        .put("Status", "ENABLED")
                        .put("SSEType", "KMS")
                        .put(
                                "KMSMasterKeyArn",
                                sse.path("KMSMasterKeyId")
                                        .asText("arn:aws:kms:" + definition.region()
                                                + ":000000000000:alias/aws/dynamodb")));
    }

    private void stream(ObjectNode json, StreamSetting stream) {
        json.putObject("StreamSpecification").put("StreamEnabled", true).put("StreamViewType", stream.view());
        json.put("LatestStreamLabel", stream.label()).put("LatestStreamArn", stream.arn(definition));
    }

    private void indexes(ObjectNode json) {
        for (IndexDefinition index : definition.indexes()) {
            ObjectNode one = json.withArray(index.global() ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes")
                    .addObject();
            one.put("IndexName", index.name());
            one.set("KeySchema", keys(index.keys()));
            one.set("Projection", projection(index.projection()));
            if (index.global()) {
                one.put("IndexStatus", status.equals("DELETING") ? "DELETING" : "ACTIVE");
                one.set("ProvisionedThroughput", throughput(index.capacity()));
            }
            size(one, "Index", table.index(index));
            one.put("IndexArn", definition.arn() + "/index/" + index.name());
        }
    }

    private static void size(ObjectNode json, String of, Rows rows) {
        json.put(of + "SizeBytes", rows.bytes()).put("ItemCount", rows.count());
    }

    private static ArrayNode keys(KeySchema keys) {
        ArrayNode json = Json.object().arrayNode();
        for (String name : keys.names()) {
            json.addObject().put("AttributeName", name).put("KeyType", name.equals(keys.hash()) ? "HASH" : "RANGE");
        }
        return json;
    }

    private static ObjectNode projection(IndexProjection projection) {
        ObjectNode json = Json.object().put("ProjectionType", projection.type().name());
        if (!projection.included().isEmpty()) {
            ArrayNode included = json.putArray("NonKeyAttributes");
            projection.included().forEach(included::add);
        }
        return json;
    }

    private static ObjectNode throughput(Capacity capacity) {
        return Json.object()
                .put("NumberOfDecreasesToday", 0)
                .put("ReadCapacityUnits", capacity.readUnits())
                .put("WriteCapacityUnits", capacity.writeUnits());
    }
}
