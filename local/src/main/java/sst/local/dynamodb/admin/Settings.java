package sst.local.dynamodb.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.request.Constraints;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.table.Capacity;
import sst.local.dynamodb.table.StreamSetting;
import sst.local.dynamodb.table.TableSettings;
import sst.local.wire.Refusals;
import sst.local.wire.codec.Json;

/** Reads the settings of a table from {@code CreateTable}. */
final class Settings {
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final List<String> VIEWS = List.of("NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY");
    private static final List<String> ONLY_RECORDED =
            List.of("SSESpecification", "OnDemandThroughput", "WarmThroughput", "KinesisStreamSpecification");

    private Settings() {}

    static TableSettings read(Input input, Billing billing, long now) {
        if (input.has("ReplicaUpdates") || input.has("GlobalTableSourceArn")) {
            throw Refusals.notImplemented("dynamodb global tables");
        }
        TableSettings settings = new TableSettings(
                billing.onDemand,
                billing.capacity,
                stream(input, now),
                null,
                input.flag("DeletionProtectionEnabled"),
                false,
                tags(input.list("Tags")),
                Map.of());
        return recorded(input, settings);
    }

    /** Takes over the members that are only given back. */
    static TableSettings recorded(Input input, TableSettings settings) {
        TableSettings result = settings;
        for (String member : ONLY_RECORDED) {
            JsonNode value = input.object(member).orElse(null);
            result = value == null ? result : result.withRecorded(member, value);
        }
        String tableClass = input.text("TableClass", "");
        return tableClass.isEmpty()
                ? result
                : result.withRecorded("TableClassSummary", Json.object().put("TableClass", tableClass));
    }

    /** The stream of {@code StreamSpecification}; null when it is off or absent. */
    static @Nullable StreamSetting stream(Input input, long now) {
        if (!input.has("StreamSpecification")) {
            return null;
        }
        Input stream = Input.of(input.json().path("StreamSpecification"));
        new Constraints().oneOf(stream, "StreamViewType", VIEWS).check();
        if (!stream.flag("StreamEnabled")) {
            return null;
        }
        String view = stream.text("StreamViewType")
                .orElseThrow(() -> Rejection.invalid("StreamViewType must be specified when StreamEnabled is true"));
        return new StreamSetting(view, LABEL.format(Instant.ofEpochMilli(now)));
    }

    static Map<String, String> tags(List<JsonNode> list) {
        Map<String, String> tags = new TreeMap<>();
        for (JsonNode element : list) {
            Input tag = Input.of(element);
            new Constraints().required(tag, "Key").required(tag, "Value").check();
            tags.put(tag.text("Key", ""), tag.text("Value", ""));
        }
        return tags;
    }

    /** How a table is billed. */
    record Billing(boolean onDemand, Capacity capacity) {}
}
