package sst.local.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.wire.codec.Json;

/**
 * The versions of a secret. Each label is on one version; where {@code AWSCURRENT} leaves, {@code AWSPREVIOUS} comes.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html">AWS</a>
 */
final class Versions {
    static final String CURRENT = "AWSCURRENT";
    static final String PREVIOUS = "AWSPREVIOUS";
    private static final int MOST = 100;

    private Versions() {}

    static ObjectNode of(ObjectNode secret) {
        return secret.withObjectProperty("Versions");
    }

    static ObjectNode select(ObjectNode secret, String version, String stage) {
        if (version.isEmpty()) {
            String label = stage.isEmpty() ? CURRENT : stage;
            return holder(secret, label)
                    .orElseThrow(() -> Secrets.notFound(
                            "Secrets Manager can't find the specified secret value for staging label: " + label));
        }
        if (!(of(secret).get(version) instanceof ObjectNode found)) {
            throw Secrets.notFound("Secrets Manager can't find the specified secret value for VersionId: " + version);
        }
        if (!stage.isEmpty() && !has(found, stage)) {
            throw Secrets.invalidRequest(
                    "You provided a VersionStage that is not associated to the provided VersionId.");
        }
        return found;
    }

    static Optional<ObjectNode> holder(ObjectNode secret, String stage) {
        for (JsonNode version : of(secret)) {
            if (has(version, stage)) {
                return Optional.of((ObjectNode) version);
            }
        }
        return Optional.empty();
    }

    static boolean has(JsonNode version, String stage) {
        for (JsonNode each : version.path("Stages")) {
            if (each.asText().equals(stage)) {
                return true;
            }
        }
        return false;
    }

    static void add(ObjectNode secret, ObjectNode version, Iterable<String> stages) {
        of(secret).set(version.path("VersionId").asText(), version);
        stages.forEach(stage -> move(secret, stage, version));
        trim(secret);
    }

    static void move(ObjectNode secret, String stage, ObjectNode version) {
        if (has(version, stage)) {
            return;
        }
        Optional<ObjectNode> before = holder(secret, stage);
        before.ifPresent(old -> take(old, stage));
        version.withArray("Stages").add(stage);
        if (stage.equals(CURRENT)) {
            take(version, PREVIOUS);
            before.ifPresent(old -> move(secret, PREVIOUS, old));
        }
    }

    static void take(ObjectNode version, String stage) {
        ArrayNode left = Json.object().arrayNode();
        version.path("Stages").forEach(each -> {
            if (!each.asText().equals(stage)) {
                left.add(each);
            }
        });
        version.set("Stages", left);
    }

    /** Versions without a label are kept while there are not too many. */
    private static void trim(ObjectNode secret) {
        ObjectNode versions = of(secret);
        List<String> idle = versions.properties().stream()
                .filter(each -> each.getValue().path("Stages").isEmpty())
                .sorted(Comparator.comparing(
                        each -> each.getValue().path("CreatedDate").asDouble()))
                .map(Map.Entry::getKey)
                .toList();
        idle.stream().limit(Math.max(0, versions.size() - MOST)).forEach(versions::remove);
    }

    /** The labels of each version that has any, as {@code DescribeSecret} shows them. */
    static ObjectNode stages(ObjectNode secret) {
        ObjectNode stages = Json.object();
        of(secret).properties().forEach(version -> {
            if (!version.getValue().path("Stages").isEmpty()) {
                stages.set(version.getKey(), version.getValue().path("Stages"));
            }
        });
        return stages;
    }
}
