package sst.local.s3.call.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sst.local.s3.bucket.S3Exception;
import sst.local.s3.bucket.StoredObject;
import sst.local.wire.codec.Json;
import sst.local.wire.codec.Parameters;

/** The headers that are kept with an object, and those it is answered with. */
public final class ObjectHeaders {
    private static final Set<String> KEPT = Set.of(
            "cache-control",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-type",
            "expires",
            "x-amz-storage-class",
            "x-amz-website-redirect-location");
    private static final Set<String> OVERRIDABLE = Set.of(
            "cache-control", "content-disposition", "content-encoding", "content-language", "content-type", "expires");
    private static final String METADATA = "x-amz-meta-";
    private static final int METADATA_LIMIT = 2048;
    private static final int MOST_TAGS = 10;
    private static final int LONGEST_TAG_KEY = 128;
    private static final int LONGEST_TAG_VALUE = 256;

    private ObjectHeaders() {}

    /** The record of a new object so far: key, headers and tags. */
    public static ObjectNode record(S3Call call) {
        ObjectNode record = Json.object().put("key", call.key());
        ObjectNode headers = record.putObject("headers");
        headers.put("content-type", "binary/octet-stream");
        for (String name : new TreeMap<>(call.headersWith("")).keySet()) {
            if (KEPT.contains(name) || name.startsWith(METADATA)) {
                String value = String.join(",", call.request().headers().getOrDefault(name, List.of()));
                headers.put(name, name.equals("content-encoding") ? withoutChunks(value) : value);
            }
        }
        if (headers.path("content-encoding").asText().isEmpty()) {
            headers.remove("content-encoding");
        }
        checkMetadata(headers);
        call.header("x-amz-tagging").ifPresent(tags -> record.set("tags", tags(tags)));
        return record;
    }

    private static String withoutChunks(String encoding) {
        return encoding.replaceAll("(^|,)\\s*aws-chunked\\s*", "")
                .replaceFirst("^\\s*,\\s*", "")
                .trim();
    }

    private static void checkMetadata(ObjectNode headers) {
        int size = headers.properties().stream()
                .filter(one -> one.getKey().startsWith(METADATA))
                .mapToInt(one -> one.getKey().length()
                        - METADATA.length()
                        + one.getValue().asText().length())
                .sum();
        if (size > METADATA_LIMIT) {
            throw S3Exception.of(
                    400, "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size");
        }
    }

    private static ObjectNode tags(String encoded) {
        ObjectNode tags = Json.object();
        Parameters.parse(encoded).forEach((name, values) -> tags.put(name, values.get(0)));
        checkTags(tags);
        return tags;
    }

    /** Checks how many tags there are, and how long they are. */
    public static void checkTags(ObjectNode tags) {
        if (tags.size() > MOST_TAGS) {
            throw S3Exception.of(400, "BadRequest", "Object tags cannot be greater than " + MOST_TAGS);
        }
        tags.properties().forEach(tag -> {
            if (tag.getKey().isEmpty() || tag.getKey().length() > LONGEST_TAG_KEY) {
                throw S3Exception.of(400, "InvalidTag", "The TagKey you have provided is invalid");
            }
            if (tag.getValue().asText().length() > LONGEST_TAG_VALUE) {
                throw S3Exception.of(400, "InvalidTag", "The TagValue you have provided is invalid");
            }
        });
    }

    /** The headers of an answer that shows the object. */
    public static Map<String, String> shown(StoredObject object, S3Call call) {
        Map<String, String> shown = new LinkedHashMap<>(object.headers());
        shown.remove("x-amz-storage-class", "STANDARD");
        for (String name : OVERRIDABLE) {
            if (call.has("response-" + name)) {
                shown.put(name, call.parameter("response-" + name));
            }
        }
        shown.put("ETag", object.etag());
        shown.put("Last-Modified", S3Reply.httpDate(object.modified()));
        shown.put("Accept-Ranges", "bytes");
        shown.put("x-amz-server-side-encryption", "AES256");
        shown.putAll(version(object));
        if (!object.tags().isEmpty()) {
            shown.put("x-amz-tagging-count", Integer.toString(object.tags().size()));
        }
        if (call.header("x-amz-checksum-mode")
                .filter("ENABLED"::equalsIgnoreCase)
                .isPresent()) {
            shown.putAll(object.checksums());
        }
        if (call.has("partNumber") && object.record().has("parts")) {
            shown.put(
                    "x-amz-mp-parts-count",
                    Integer.toString(object.record().path("parts").size()));
        }
        return shown;
    }

    /** The version header, of objects that have one. */
    public static Map<String, String> version(StoredObject object) {
        return object.version().equals(StoredObject.NULL_VERSION)
                ? Map.of()
                : Map.of("x-amz-version-id", object.version());
    }
}
