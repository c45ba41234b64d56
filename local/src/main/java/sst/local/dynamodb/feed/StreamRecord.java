package sst.local.dynamodb.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import sst.local.dynamodb.row.Row;
import sst.local.dynamodb.table.Change;
import sst.local.dynamodb.table.StreamSetting;
import sst.local.wire.codec.Json;

/**
 * A change as a stream keeps it: the record of {@code GetRecords}, without what its position and time give.
 * See https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html
 */
final class StreamRecord {
    private StreamRecord() {}

    static ObjectNode of(String region, StreamSetting stream, Change change) {
        ObjectNode record = Json.object()
                .put("eventID", UUID.randomUUID().toString().replace("-", ""))
                .put("eventName", name(change))
                .put("eventVersion", "1.1")
                .put("eventSource", "aws:dynamodb")
                .put("awsRegion", region);
        ObjectNode data = record.putObject("dynamodb");
        data.set("Keys", Row.wire(change.key()));
        long size = change.key().size();
        boolean isNewShown = stream.view().startsWith("NEW");
        boolean isOldShown = stream.view().contains("OLD");
        if (isNewShown && change.after() != null) {
            data.set("NewImage", Row.wire(change.after()));
            size += change.sizeAfter();
        }
        if (isOldShown && change.before() != null) {
            data.set("OldImage", Row.wire(change.before()));
            size += change.sizeBefore();
        }
        data.put("SizeBytes", size).put("StreamViewType", stream.view());
        if (change.isExpiry()) {
            record.putObject("userIdentity")
                    .put("principalId", "dynamodb.amazonaws.com")
                    .put("type", "Service");
        }
        return record;
    }

    private static String name(Change change) {
        if (change.before() == null) {
            return "INSERT";
        }
        return change.after() == null ? "REMOVE" : "MODIFY";
    }

    /** A kept record with its sequence number and time. */
    static ObjectNode shown(ObjectNode record, long position, long millis) {
        record.withObjectProperty("dynamodb")
                .put("SequenceNumber", Sequence.text(position))
                .put("ApproximateCreationDateTime", millis / 1000);
        return record;
    }
}
