package sst.local.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** Resource policies of secrets, which are recorded and not enforced. */
record PolicyCalls(Secrets secrets) {
    private static final String POLICY = "ResourcePolicy";

    ObjectNode put(ObjectNode input, CallContext context) {
        ObjectNode secret = secret(input, context);
        check(input);
        secret.set(POLICY, input.path(POLICY));
        secrets.save(secret);
        return named(secret);
    }

    private ObjectNode secret(ObjectNode input, CallContext context) {
        return secrets.usable(context.region(), input.path("SecretId").asText());
    }

    private static void check(ObjectNode input) {
        try {
            JsonNode policy = Json.read(input.path(POLICY).asText().getBytes(StandardCharsets.UTF_8));
            if (policy.path("Statement").isEmpty()) {
                throw malformed();
            }
        } catch (AwsException notJson) {
            throw malformed();
        }
    }

    private static AwsException malformed() {
        return new AwsException(400, "MalformedPolicyDocumentException", "This resource policy contains invalid Json.");
    }

    private static ObjectNode named(ObjectNode secret) {
        ObjectNode answer = Json.object();
        answer.set("ARN", secret.path("ARN"));
        answer.set("Name", secret.path("Name"));
        return answer;
    }

    ObjectNode get(ObjectNode input, CallContext context) {
        ObjectNode secret = secret(input, context);
        ObjectNode answer = named(secret);
        if (secret.has(POLICY)) {
            answer.set(POLICY, secret.path(POLICY));
        }
        return answer;
    }

    ObjectNode delete(ObjectNode input, CallContext context) {
        ObjectNode secret = secret(input, context);
        secret.remove(POLICY);
        secrets.save(secret);
        return named(secret);
    }
}
