package sst.local.lambda.control.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.store.Store;
import sst.local.wire.CallContext;

/** The versions of layers, in AWS's wire form; keys are {@code region/name/version}. */
public final class LayerRecords {
    private static final char AFTER = '/' + 1;
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-zA-Z-]*:lambda:([a-z0-9-]+):\\d{12}:layer:([a-zA-Z0-9-_]+):(\\d{1,9})");

    private final NavigableMap<String, JsonNode> versions;
    private final NavigableMap<String, JsonNode> numbers;

    /** Records in a store. */
    public LayerRecords(Store store) {
        this.versions = store.json("lambda.layers");
        this.numbers = store.json("lambda.layer-numbers");
    }

    /** A layer. */
    public record LayerName(String region, String name) {
        String key() {
            return region + "/" + name;
        }

        public String arn() {
            return "arn:aws:lambda:" + region + ":" + CallContext.ACCOUNT + ":layer:" + name;
        }
    }

    /** The version that an ARN names. */
    public Optional<ObjectNode> find(String arn) {
        Matcher parts = ARN.matcher(arn);
        return parts.matches()
                ? find(new LayerName(parts.group(1), parts.group(2)), Integer.parseInt(parts.group(3)))
                : Optional.empty();
    }

    public Optional<ObjectNode> find(LayerName layer, int version) {
        return Optional.ofNullable((ObjectNode) versions.get(key(layer, version)));
    }

    private static String key(LayerName layer, int version) {
        return String.format(Locale.ROOT, "%s/%09d", layer.key(), version);
    }

    /** The number of the next version; numbers of deleted ones are not used again. */
    public int next(LayerName layer) {
        JsonNode last = numbers.get(layer.key());
        int next = last == null ? 1 : last.asInt() + 1;
        numbers.put(layer.key(), com.fasterxml.jackson.databind.node.IntNode.valueOf(next));
        return next;
    }

    public void put(LayerName layer, ObjectNode version) {
        versions.put(key(layer, version.path("Version").asInt()), version);
    }

    public void remove(LayerName layer, int version) {
        versions.remove(key(layer, version));
    }

    /** The versions of a layer, oldest first. */
    public List<ObjectNode> versions(LayerName layer) {
        return below(layer.key());
    }

    /** All versions of all layers of a region. */
    public List<ObjectNode> all(String region) {
        return below(region);
    }

    private List<ObjectNode> below(String key) {
        return versions.subMap(key + "/", true, key + AFTER, false).values().stream()
                .map(ObjectNode.class::cast)
                .toList();
    }

    public boolean isCodeUsed(String codeSha256) {
        return versions.values().stream()
                .anyMatch(version ->
                        version.path("Content").path("CodeSha256").asText().equals(codeSha256));
    }
}
