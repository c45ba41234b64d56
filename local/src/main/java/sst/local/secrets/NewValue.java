package sst.local.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** A value that a call brings, and how it becomes a version. */
final class NewValue {
    private static final int MOST_BYTES = 65_536;
    private static final List<String> FORMS = List.of("SecretString", "SecretBinary");

    private NewValue() {}

    static boolean isIn(JsonNode input) {
        return FORMS.stream().anyMatch(input::has);
    }

    /** Adds the version, or finds it again by the call's token; answers with ARN, name, version and labels. */
    static ObjectNode add(Secrets secrets, ObjectNode secret, ObjectNode input) {
        check(input);
        String token = input.path("ClientRequestToken").asText();
        String id = token.isEmpty() ? UUID.randomUUID().toString() : token;
        JsonNode before = Versions.of(secret).get(id);
        if (before == null) {
            ObjectNode version = Json.object().put("VersionId", id).put("CreatedDate", secrets.now());
            FORMS.stream()
                    .filter(input::has)
                    .forEach(form ->
                            version.put(form, secrets.seal(input.path(form).asText())));
            version.putArray("Stages");
            Versions.add(secret, version, stages(secret, input));
            secret.put("LastChangedDate", secrets.now());
        } else if (!isSame(secrets, before, input)) {
            throw new AwsException(
                    400,
                    "ResourceExistsException",
                    "You can't use ClientRequestToken " + id + " because that value is already in use for a version of"
                            + " secret " + secret.path("ARN").asText() + ".");
        }
        ObjectNode answer = ValueCalls.answer(secret).put("VersionId", id);
        answer.set("VersionStages", Versions.of(secret).path(id).path("Stages"));
        return answer;
    }

    private static boolean isSame(Secrets secrets, JsonNode before, JsonNode input) {
        return FORMS.stream()
                .allMatch(form -> before.has(form) == input.has(form)
                        && (!before.has(form)
                                || secrets.open(before.path(form).asText())
                                        .equals(input.path(form).asText())));
    }

    private static void check(ObjectNode input) {
        if (FORMS.stream().allMatch(input::has)) {
            throw Secrets.invalidParameter(
                    "You can't specify both a binary secret value and a string secret value in" + " the same secret.");
        }
        if (!isIn(input)) {
            throw Secrets.invalidRequest("You must provide either SecretString or SecretBinary.");
        }
        int bytes = input.path("SecretString").asText().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw Secrets.invalidParameter("The secret value can't be longer than " + MOST_BYTES + " bytes.");
        }
    }

    private static List<String> stages(ObjectNode secret, ObjectNode input) {
        List<String> stages = new ArrayList<>();
        input.path("VersionStages").forEach(stage -> stages.add(stage.asText()));
        boolean isFirst = Versions.of(secret).isEmpty();
        if (stages.isEmpty() || (isFirst && !stages.contains(Versions.CURRENT))) {
            stages.add(Versions.CURRENT);
        }
        return stages;
    }
}
