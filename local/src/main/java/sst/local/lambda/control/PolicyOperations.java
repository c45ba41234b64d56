package sst.local.lambda.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import sst.local.lambda.control.record.Faults;
import sst.local.lambda.control.record.FunctionRecords;
import sst.local.lambda.control.record.FunctionRef;
import sst.local.lambda.control.record.Members;
import sst.local.wire.CallContext;
import sst.local.wire.RestRoute;

/** Who may invoke a function: recorded as a resource policy, not enforced. */
public final class PolicyOperations {
    private final FunctionRecords records;

    PolicyOperations(FunctionRecords records) {
        this.records = records;
    }

    List<RestRoute> routes() {
        String path = FunctionOperations.FUNCTION + "/policy";
        return List.of(
                new RestRoute("POST", path, "AddPermission", 201, this::add),
                new RestRoute("GET", path, "GetPolicy", 200, this::get),
                new RestRoute("DELETE", path + "/{StatementId}", "RemovePermission", 204, this::remove));
    }

    /** Adds a statement. */
    public ObjectNode add(ObjectNode input, CallContext context) {
        FunctionRef ref = FunctionOperations.ref(input, context);
        records.get(ref);
        String id = Members.required(input, "StatementId");
        if (find(statements(ref), id) >= 0) {
            throw Faults.conflict(
                    "The statement id (" + id + ") provided already exists. Please provide a new statement"
                            + " id, or remove the existing statement.");
        }
        ObjectNode statement = statement(ref, input);
        records.changeSettings(ref, settings -> settings.withObjectProperty("Policies")
                .withArrayProperty(ref.qualifier())
                .add(statement));
        return Members.object().put("Statement", statement.toString());
    }

    /** Removes a statement. */
    public JsonNode remove(ObjectNode input, CallContext context) {
        FunctionRef ref = FunctionOperations.ref(input, context);
        ArrayNode all = statements(ref);
        int at = find(all, Members.required(input, "StatementId"));
        if (at < 0) {
            throw Faults.notFound(
                    "Statement " + Members.text(input, "StatementId") + " is not found in resource policy.");
        }
        all.remove(at);
        save(ref, all);
        return Members.object();
    }

    private ObjectNode get(ObjectNode input, CallContext context) {
        FunctionRef ref = FunctionOperations.ref(input, context);
        records.get(ref);
        ArrayNode all = statements(ref);
        if (all.isEmpty()) {
            throw Faults.notFound("The resource you requested does not exist.");
        }
        ObjectNode policy = Members.object().put("Version", "2012-10-17").put("Id", "default");
        policy.set("Statement", all);
        return Members.object()
                .put("Policy", policy.toString())
                .put(
                        "RevisionId",
                        UUID.nameUUIDFromBytes(policy.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .toString());
    }

    private static ObjectNode statement(FunctionRef ref, ObjectNode input) {
        ObjectNode statement = Members.object();
        statement.put("Sid", Members.required(input, "StatementId")).put("Effect", "Allow");
        String principal = Members.required(input, "Principal");
        if (principal.equals("*")) {
            statement.put("Principal", "*");
        } else {
            boolean isService = principal.contains(".amazonaws.com");
            String account = principal.matches("\\d{12}") ? "arn:aws:iam::" + principal + ":root" : principal;
            statement.putObject("Principal").put(isService ? "Service" : "AWS", isService ? principal : account);
        }
        statement.put("Action", Members.required(input, "Action")).put("Resource", ref.arn());
        condition(statement, input);
        return statement;
    }

    private static void condition(ObjectNode statement, ObjectNode input) {
        ObjectNode condition = Members.object();
        if (input.hasNonNull("SourceArn")) {
            condition.putObject("ArnLike").set("AWS:SourceArn", input.get("SourceArn"));
        }
        ObjectNode equal = Members.object();
        if (input.hasNonNull("SourceAccount")) {
            equal.set("AWS:SourceAccount", input.get("SourceAccount"));
        }
        if (input.hasNonNull("FunctionUrlAuthType")) {
            equal.set("lambda:FunctionUrlAuthType", input.get("FunctionUrlAuthType"));
        }
        if (!equal.isEmpty()) {
            condition.set("StringEquals", equal);
        }
        if (!condition.isEmpty()) {
            statement.set("Condition", condition);
        }
    }

    private ArrayNode statements(FunctionRef ref) {
        JsonNode all = records.settings(ref).path("Policies").path(ref.qualifier());
        return all.isArray() ? (ArrayNode) all : Members.array();
    }

    private void save(FunctionRef ref, ArrayNode statements) {
        records.changeSettings(
                ref, settings -> settings.withObjectProperty("Policies").set(ref.qualifier(), statements));
    }

    private static int find(ArrayNode statements, String id) {
        for (int i = 0; i < statements.size(); i++) {
            if (Members.text(statements.get(i), "Sid").equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
