package sst.local.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Refusals;
import sst.local.wire.codec.Json;

/** Calls about whole secrets. */
final class SecretCalls {
    private static final double DAY = 86_400;
    private static final int SHORTEST_DAYS = 7;
    private static final int LONGEST_DAYS = 30;
    private static final List<String> DESCRIBED =
            List.of("ARN", "Name", "Description", "KmsKeyId", "CreatedDate", "LastChangedDate", "LastAccessedDate");

    private final Secrets secrets;

    SecretCalls(Secrets secrets) {
        this.secrets = secrets;
    }

    synchronized ObjectNode create(ObjectNode input, CallContext context) {
        String name = Secrets.checkedName(input.path("Name").asText());
        if (!input.path("AddReplicaRegions").isEmpty()) {
            throw Refusals.notImplemented("replicas of secrets");
        }
        Optional<ObjectNode> before = secrets.find(context.region(), name);
        if (before.isPresent()) {
            return again(before.get(), input);
        }
        ObjectNode secret = Json.object().put("ARN", secrets.arn(name, context)).put("Name", name);
        secret.put("CreatedDate", secrets.now()).put("LastChangedDate", secrets.now());
        describe(secret, input);
        secret.set(
                "Tags",
                input.path("Tags").isArray() ? input.get("Tags") : Json.object().arrayNode());
        ObjectNode answer = NewValue.isIn(input) ? NewValue.add(secrets, secret, input) : ValueCalls.answer(secret);
        secrets.save(secret);
        return answer;
    }

    /** A creation repeated with its token is the same creation. */
    private ObjectNode again(ObjectNode secret, ObjectNode input) {
        if (Secrets.isDeleted(secret)) {
            throw Secrets.invalidRequest("You can't create this secret because a secret with this name is already"
                    + " scheduled for deletion.");
        }
        String token = input.path("ClientRequestToken").asText();
        if (!token.isEmpty() && Versions.of(secret).has(token)) {
            return NewValue.add(secrets, secret, input);
        }
        throw new AwsException(
                400,
                "ResourceExistsException",
                "The operation failed because the secret " + secret.path("Name").asText() + " already exists.");
    }

    static void describe(ObjectNode secret, JsonNode input) {
        for (String member : List.of("Description", "KmsKeyId")) {
            if (input.has(member)) {
                secret.set(member, input.get(member));
            }
        }
    }

    synchronized ObjectNode update(ObjectNode input, CallContext context) {
        ObjectNode secret =
                secrets.usable(context.region(), input.path("SecretId").asText());
        describe(secret, input);
        secret.put("LastChangedDate", secrets.now());
        ObjectNode answer = NewValue.isIn(input) ? NewValue.add(secrets, secret, input) : ValueCalls.answer(secret);
        secrets.save(secret);
        answer.remove("VersionStages");
        return answer;
    }

    ObjectNode describe(ObjectNode input, CallContext context) {
        return shown(secrets.existing(context.region(), input.path("SecretId").asText()));
    }

    /** A secret as {@code DescribeSecret} and {@code ListSecrets} show it. */
    static ObjectNode shown(ObjectNode secret) {
        ObjectNode shown = Json.object();
        DESCRIBED.stream().filter(secret::has).forEach(member -> shown.set(member, secret.get(member)));
        if (!secret.path("Tags").isEmpty()) {
            shown.set("Tags", secret.get("Tags"));
        }
        if (Secrets.isDeleted(secret)) {
            shown.set("DeletedDate", secret.get("DeletedDate"));
        }
        ObjectNode stages = Versions.stages(secret);
        if (!stages.isEmpty()) {
            shown.set("VersionIdsToStages", stages);
        }
        return shown;
    }

    synchronized ObjectNode delete(ObjectNode input, CallContext context) {
        boolean isForced = input.path("ForceDeleteWithoutRecovery").asBoolean(false);
        if (isForced && input.has("RecoveryWindowInDays")) {
            throw Secrets.invalidParameter(
                    "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
        }
        int days = input.path("RecoveryWindowInDays").asInt(LONGEST_DAYS);
        if (days < SHORTEST_DAYS || days > LONGEST_DAYS) {
            throw Secrets.invalidParameter("The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).");
        }
        ObjectNode secret =
                secrets.usable(context.region(), input.path("SecretId").asText());
        double ends = secrets.now() + (isForced ? 0 : days * DAY);
        if (isForced) {
            secrets.remove(secret);
        } else {
            secret.put("DeletedDate", secrets.now()).put("DeletionDate", ends);
            secrets.save(secret);
        }
        return ValueCalls.answer(secret).put("DeletionDate", ends);
    }

    synchronized ObjectNode restore(ObjectNode input, CallContext context) {
        ObjectNode secret =
                secrets.existing(context.region(), input.path("SecretId").asText());
        secret.remove(List.of("DeletedDate", "DeletionDate"));
        secrets.save(secret);
        return ValueCalls.answer(secret);
    }

    synchronized ObjectNode tag(ObjectNode input, CallContext context) {
        ObjectNode secret =
                secrets.usable(context.region(), input.path("SecretId").asText());
        input.path("Tags").forEach(tag -> {
            removeTag(secret, tag.path("Key").asText());
            secret.withArray("Tags").add(tag);
        });
        secrets.save(secret);
        return Json.object();
    }

    synchronized ObjectNode untag(ObjectNode input, CallContext context) {
        ObjectNode secret =
                secrets.usable(context.region(), input.path("SecretId").asText());
        input.path("TagKeys").forEach(key -> removeTag(secret, key.asText()));
        secrets.save(secret);
        return Json.object();
    }

    private static void removeTag(ObjectNode secret, String key) {
        secret.withArray("Tags").removeIf(tag -> tag.path("Key").asText().equals(key));
    }
}
