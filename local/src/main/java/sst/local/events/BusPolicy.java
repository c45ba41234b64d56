package sst.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import sst.local.events.rule.BusId;
import sst.local.events.rule.EventsFault;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** The statements of a bus's policy, by id as calls and templates give them; recorded, not enforced. */
final class BusPolicy {
    private static final String POLICY = "Policy";

    private BusPolicy() {}

    static void put(ObjectNode bus, ObjectNode input) {
        if (!input.hasNonNull(POLICY)) {
            Input.checkName("statementId", Input.text(input, "StatementId"));
            if (!Input.text(input, "Action").equals("events:PutEvents")) {
                throw EventsFault.invalid("Provided value in parameter 'action' is not supported.");
            }
            bus.withObjectProperty(POLICY).set(input.path("StatementId").asText(), input);
            return;
        }
        ObjectNode statements = bus.putObject(POLICY);
        for (JsonNode statement : read(input.path(POLICY).asText()).path("Statement")) {
            statements.putObject(statement.path("Sid").asText()).set("Statement", statement);
        }
    }

    private static ObjectNode read(String policy) {
        try {
            return Json.read(policy.getBytes(StandardCharsets.UTF_8));
        } catch (AwsException notJson) {
            throw EventsFault.invalid("This policy contains invalid Json.");
        }
    }

    static void remove(ObjectNode bus, ObjectNode input) {
        if (input.path("RemoveAllPermissions").asBoolean()) {
            bus.remove(POLICY);
            return;
        }
        if (bus.withObjectProperty(POLICY).remove(input.path("StatementId").asText("")) == null) {
            throw EventsFault.missing("Statement with the provided id");
        }
    }

    /** Puts a policy document in the place of the statements; nothing when there are none. */
    static void show(BusId id, ObjectNode bus) {
        JsonNode statements = bus.path(POLICY);
        bus.remove(POLICY);
        if (statements.isEmpty()) {
            return;
        }
        ObjectNode policy = Json.object().put("Version", "2012-10-17");
        ArrayNode all = policy.putArray("Statement");
        statements.properties().forEach(entry -> all.add(statement(id, entry.getKey(), entry.getValue())));
        bus.put(POLICY, policy.toString());
    }

    private static JsonNode statement(BusId id, String name, JsonNode given) {
        if (given.path("Statement").isObject()) {
            return given.path("Statement");
        }
        ObjectNode statement = Json.object().put("Sid", name).put("Effect", "Allow");
        String principal = given.path("Principal").asText();
        if (principal.equals("*")) {
            statement.put("Principal", "*");
        } else {
            statement.putObject("Principal").put("AWS", "arn:aws:iam::" + principal + ":root");
        }
        return statement.put("Action", given.path("Action").asText()).put("Resource", id.arn());
    }
}
