package sst.local.s3.bucket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** One version of an object, as a view on its record. */
public record StoredObject(ObjectNode record) {
    /** The version id of objects that were put while versioning was off. */
    public static final String NULL_VERSION = "null";

    /** The key. */
    public String key() {
        return record.path("key").asText();
    }

    /** The version's id, {@link #NULL_VERSION} without versioning. */
    public String version() {
        return record.path("version").asText(NULL_VERSION);
    }

    /** Whether this version says that the object was deleted. */
    public boolean isDeleteMarker() {
        return record.path("deleteMarker").asBoolean(false);
    }

    /** The id of its bytes; empty for a delete marker. */
    public String blob() {
        return record.path("blob").asText("");
    }

    /** In bytes. */
    public long size() {
        return record.path("size").asLong(0);
    }

    /** With its quotes. */
    public String etag() {
        return "\"" + record.path("etag").asText() + "\"";
    }

    /** Milliseconds since the epoch. */
    public long modified() {
        return record.path("modified").asLong();
    }

    /** The headers that were put with it and come back with it, metadata included, by lower-case name. */
    public Map<String, String> headers() {
        return texts("headers");
    }

    /** Its tags. */
    public Map<String, String> tags() {
        return texts("tags");
    }

    /** Additional checksums by header name. */
    public Map<String, String> checksums() {
        return texts("checksums");
    }

    /** The storage class. */
    public String storageClass() {
        return headers().getOrDefault("x-amz-storage-class", "STANDARD");
    }

    private Map<String, String> texts(String member) {
        Map<String, String> texts = new LinkedHashMap<>();
        record.path(member)
                .properties()
                .forEach(one -> texts.put(one.getKey(), one.getValue().asText()));
        return texts;
    }
}
