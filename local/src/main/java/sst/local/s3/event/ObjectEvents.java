package sst.local.s3.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import sst.local.s3.bucket.ObjectChange;
import sst.local.s3.bucket.StoredObject;
import sst.local.s3.call.message.S3Reply;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/**
 * Changes as those see them who are told.
 * See https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 *
 * @param change what happened
 * @param region the bucket's region
 * @param at when
 */
record ObjectEvents(ObjectChange change, String region, Instant at) {
    private static final String HOST = "sst-local";

    /** The form of functions, queues and topics. */
    ObjectNode notification(String ruleId) {
        ObjectNode all = Json.object();
        ObjectNode record = all.putArray("Records")
                .addObject()
                .put("eventVersion", "2.1")
                .put("eventSource", "aws:s3")
                .put("awsRegion", region)
                .put("eventTime", S3Reply.xmlDate(at.toEpochMilli()))
                .put("eventName", change.event());
        record.putObject("userIdentity").put("principalId", CallContext.ACCOUNT);
        record.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        record.putObject("responseElements")
                .put("x-amz-request-id", change.requestId())
                .put("x-amz-id-2", HOST);
        ObjectNode s3 = record.putObject("s3").put("s3SchemaVersion", "1.0").put("configurationId", ruleId);
        ObjectNode bucket = s3.putObject("bucket").put("name", change.bucket());
        bucket.putObject("ownerIdentity").put("principalId", CallContext.ACCOUNT);
        bucket.put("arn", "arn:aws:s3:::" + change.bucket());
        object(s3.putObject("object"));
        return all;
    }

    private void object(ObjectNode shown) {
        StoredObject object = change.object();
        shown.put("key", URLEncoder.encode(object.key(), StandardCharsets.UTF_8).replace("%2F", "/"));
        if (!object.isDeleteMarker() && isCreated()) {
            shown.put("size", object.size());
        }
        if (isCreated()) {
            shown.put("eTag", object.etag().replace("\"", ""));
        }
        if (!object.version().equals(StoredObject.NULL_VERSION)) {
            shown.put("versionId", object.version());
        }
        shown.put("sequencer", sequencer());
    }

    private boolean isCreated() {
        return change.event().startsWith("ObjectCreated");
    }

    private String sequencer() {
        return String.format(
                Locale.ROOT, "%018X", change.object().record().path("arrival").asLong());
    }

    /** The form of the event bus. See https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
    ObjectNode busEntry() {
        ObjectNode detail = Json.object().put("version", "0");
        detail.putObject("bucket").put("name", change.bucket());
        StoredObject object = change.object();
        ObjectNode shown = detail.putObject("object").put("key", object.key());
        if (isCreated()) {
            shown.put("size", object.size()).put("etag", object.etag().replace("\"", ""));
        }
        if (!object.version().equals(StoredObject.NULL_VERSION)) {
            shown.put("version-id", object.version());
        }
        shown.put("sequencer", sequencer());
        detail.put("request-id", change.requestId())
                .put("requester", CallContext.ACCOUNT)
                .put("source-ip-address", "127.0.0.1");
        kind(detail);
        ObjectNode entry = Json.object()
                .put("Source", "aws.s3")
                .put("DetailType", detailType())
                .put("Time", at.toString())
                .put("Detail", detail.toString());
        entry.putArray("Resources").add("arn:aws:s3:::" + change.bucket());
        return entry;
    }

    private void kind(ObjectNode detail) {
        switch (change.event()) {
            case "ObjectCreated:Put" -> detail.put("reason", "PutObject");
            case "ObjectCreated:Copy" -> detail.put("reason", "CopyObject");
            case "ObjectCreated:CompleteMultipartUpload" -> detail.put("reason", "CompleteMultipartUpload");
            case "ObjectRemoved:Delete" ->
                detail.put("reason", "DeleteObject").put("deletion-type", "Permanently Deleted");
            case "ObjectRemoved:DeleteMarkerCreated" ->
                detail.put("reason", "DeleteObject").put("deletion-type", "Delete Marker Created");
            default -> {}
        }
    }

    private String detailType() {
        if (isCreated()) {
            return "Object Created";
        }
        return switch (change.event()) {
            case "ObjectTagging:Put" -> "Object Tags Added";
            case "ObjectTagging:Delete" -> "Object Tags Deleted";
            default -> "Object Deleted";
        };
    }
}
