package sst.local.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** Calls about the values of a secret and their labels. */
final class ValueCalls {
    private static final double DAY = 86_400;

    private final Secrets secrets;

    ValueCalls(Secrets secrets) {
        this.secrets = secrets;
    }

    static ObjectNode answer(ObjectNode secret) {
        ObjectNode answer = Json.object();
        answer.set("ARN", secret.get("ARN"));
        answer.set("Name", secret.get("Name"));
        return answer;
    }

    ObjectNode get(ObjectNode input, CallContext context) {
        String id = input.path("SecretId").asText();
        ObjectNode secret = secrets.usable(context.region(), id);
        ObjectNode version = Versions.select(
                secret,
                input.path("VersionId").asText(),
                input.path("VersionStage").asText());
        touch(secret);
        return value(secret, version);
    }

    private ObjectNode value(ObjectNode secret, ObjectNode version) {
        ObjectNode answer = answer(secret);
        answer.set("VersionId", version.get("VersionId"));
        for (String form : List.of("SecretString", "SecretBinary")) {
            if (version.has(form)) {
                answer.put(form, secrets.open(version.path(form).asText()));
            }
        }
        answer.set("VersionStages", version.path("Stages"));
        answer.set("CreatedDate", version.get("CreatedDate"));
        return answer;
    }

    /** The value that is current. */
    ObjectNode current(ObjectNode secret) {
        return value(secret, Versions.select(secret, "", ""));
    }

    /** The API tells the day of the last use, not its time; so a use is written once a day. */
    private synchronized void touch(ObjectNode secret) {
        double today = Math.floor(secrets.now() / DAY) * DAY;
        if (secret.path("LastAccessedDate").asDouble(0) < today) {
            ObjectNode now = secrets.usable(
                    secret.path("ARN").asText().split(":", -1)[3],
                    secret.path("ARN").asText());
            secrets.save(now.put("LastAccessedDate", today));
        }
    }

    ObjectNode put(ObjectNode input, CallContext context) {
        return put(context.region(), input.path("SecretId").asText(), input);
    }

    synchronized ObjectNode put(String region, String id, ObjectNode input) {
        ObjectNode secret = secrets.usable(region, id);
        ObjectNode answer = NewValue.add(secrets, secret, input);
        secrets.save(secret);
        return answer;
    }

    ObjectNode list(ObjectNode input, CallContext context) {
        ObjectNode secret =
                secrets.existing(context.region(), input.path("SecretId").asText());
        boolean isAll = input.path("IncludeDeprecated").asBoolean(false);
        ObjectNode answer = answer(secret);
        ArrayNode versions = answer.putArray("Versions");
        for (JsonNode version : Versions.of(secret)) {
            if (isAll || !version.path("Stages").isEmpty()) {
                ObjectNode shown = versions.addObject();
                shown.set("VersionId", version.get("VersionId"));
                shown.set("CreatedDate", version.get("CreatedDate"));
                shown.set("VersionStages", version.path("Stages"));
            }
        }
        return answer;
    }

    synchronized ObjectNode move(ObjectNode input, CallContext context) {
        ObjectNode secret =
                secrets.usable(context.region(), input.path("SecretId").asText());
        String stage = input.path("VersionStage").asText();
        String to = input.path("MoveToVersionId").asText();
        String from = input.path("RemoveFromVersionId").asText();
        String holder = Versions.holder(secret, stage)
                .map(version -> version.path("VersionId").asText())
                .orElse("");
        if (!holder.isEmpty() && !holder.equals(from) && !holder.equals(to)) {
            throw Secrets.invalidParameter("The parameter RemoveFromVersionId can't be empty or different from the"
                    + " version " + holder + ". Staging label " + stage + " is currently attached to it.");
        }
        if (to.isEmpty() && stage.equals(Versions.CURRENT)) {
            throw Secrets.invalidParameter(
                    "You can only move staging label AWSCURRENT to a different secret version. It can't be removed.");
        }
        if (to.isEmpty()) {
            Versions.take(Versions.select(secret, from, ""), stage);
        } else {
            Versions.move(secret, stage, Versions.select(secret, to, ""));
        }
        secret.put("LastChangedDate", secrets.now());
        secrets.save(secret);
        return answer(secret);
    }
}
