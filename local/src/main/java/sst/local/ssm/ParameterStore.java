package sst.local.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.NavigableMap;
import java.util.Optional;
import sst.local.store.Store;
import sst.local.store.Vault;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/**
 * The parameters themselves. A record holds its last hundred versions and its tags; the last version is the current one.
 */
final class ParameterStore {
    private static final int MOST_VERSIONS = 100;
    private static final int MOST_TO_DELETE = 10;

    private final Store store;
    private final Clock clock;
    private final Vault vault;

    ParameterStore(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.vault = new Vault(store.folder("keys").resolve("ssm.key"), new SecureRandom());
    }

    NavigableMap<String, JsonNode> all() {
        return store.json("ssm.parameters");
    }

    static String key(String region, String name) {
        return region + "/" + name;
    }

    synchronized ObjectNode put(ObjectNode input, CallContext context) {
        String name = ParameterName.checkedNew(
                ParameterName.parse(input.path("Name").asText()).name());
        Optional<ObjectNode> existing = find(context.region(), name);
        NewVersion wanted = new NewVersion(input, existing.map(ParameterStore::current));
        wanted.check();
        ObjectNode record = existing.orElseGet(() -> Json.object().put("Name", name));
        ArrayNode versions = record.withArray("Versions");
        ObjectNode version = wanted.version(clock.millis() / 1000.0, context.account());
        version.put("Name", name).put("Version", nextVersion(versions));
        if (version.path("Type").asText().equals("SecureString")) {
            version.put("Value", vault.seal(version.path("Value").asText()));
        }
        versions.add(version);
        if (versions.size() > MOST_VERSIONS) {
            versions.remove(0);
        }
        input.path("Tags").forEach(tag -> record.withObjectProperty("Tags")
                .put(tag.path("Key").asText(), tag.path("Value").asText()));
        all().put(key(context.region(), name), record);
        return Json.object()
                .put("Version", version.path("Version").asLong())
                .put("Tier", version.path("Tier").asText());
    }

    private static long nextVersion(ArrayNode versions) {
        return versions.isEmpty()
                ? 1
                : versions.get(versions.size() - 1).path("Version").asLong() + 1;
    }

    Optional<ObjectNode> find(String region, String name) {
        return Optional.ofNullable((ObjectNode) all().get(key(region, name)));
    }

    static ObjectNode current(ObjectNode record) {
        JsonNode versions = record.path("Versions");
        return (ObjectNode) versions.get(versions.size() - 1);
    }

    /** The version that a name with an optional selector means. */
    Ssm.Selected select(String region, String nameAndSelector) {
        ParameterName name = ParameterName.parse(nameAndSelector);
        ObjectNode record = find(region, name.name()).orElseThrow(() -> notFound(""));
        if (name.selector().isEmpty()) {
            return new Ssm.Selected(record, current(record), "");
        }
        String wanted = name.selector().substring(1);
        for (JsonNode version : record.path("Versions")) {
            if (version.path("Version").asText().equals(wanted) || hasLabel(version, wanted)) {
                return new Ssm.Selected(record, (ObjectNode) version, name.selector());
            }
        }
        throw new AwsException(
                400,
                "ParameterVersionNotFound",
                "Systems Manager could not find version " + wanted + " of " + name.name()
                        + ". Verify the version and try again.");
    }

    private static boolean hasLabel(JsonNode version, String wanted) {
        for (JsonNode label : version.path("Labels")) {
            if (label.asText().equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** The value as it was put. */
    String plainValue(ObjectNode version) {
        String value = version.path("Value").asText();
        return version.path("Type").asText().equals("SecureString") ? vault.open(value) : value;
    }

    synchronized ObjectNode delete(ObjectNode input, CallContext context) {
        String name = ParameterName.parse(input.path("Name").asText()).name();
        if (all().remove(key(context.region(), name)) == null) {
            throw notFound("");
        }
        return Json.object();
    }

    synchronized ObjectNode deleteAll(ObjectNode input, CallContext context) {
        JsonNode names = input.path("Names");
        if (names.isEmpty() || names.size() > MOST_TO_DELETE) {
            throw Ssm.invalid(
                    "1 validation error detected: 'names' must have from 1 to " + MOST_TO_DELETE + " members");
        }
        ObjectNode answer = Json.object();
        ArrayNode deleted = answer.putArray("DeletedParameters");
        ArrayNode invalid = answer.putArray("InvalidParameters");
        for (JsonNode name : names) {
            String plain = ParameterName.parse(name.asText()).name();
            boolean isGone = all().remove(key(context.region(), plain)) != null;
            (isGone ? deleted : invalid).add(name.asText());
        }
        return answer;
    }

    static AwsException notFound(String message) {
        return new AwsException(400, "ParameterNotFound", message);
    }
}
