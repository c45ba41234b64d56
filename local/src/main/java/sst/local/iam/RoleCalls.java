package sst.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import sst.local.iam.Records.Kind;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls on roles. */
record RoleCalls(Records records) {
    private static final int HOUR = 3600;

    void addTo(Map<String, Operation> operations) {
        operations.put("CreateRole", this::create);
        operations.put("GetRole", this::get);
        operations.put("ListRoles", this::list);
        operations.put("UpdateRole", this::update);
        operations.put("UpdateAssumeRolePolicy", this::updateTrust);
        operations.put("DeleteRole", this::delete);
        operations.put("TagRole", this::tag);
        operations.put("UntagRole", this::untag);
        operations.put("ListRoleTags", this::tags);
        operations.put("PutRolePermissionsBoundary", this::bound);
        operations.put("DeleteRolePermissionsBoundary", this::unbound);
    }

    private ObjectNode role(ObjectNode input) {
        return records.existing(Kind.ROLE, input.path("RoleName").asText());
    }

    static ObjectNode shown(ObjectNode role) {
        ObjectNode shown = role.path("Shown").deepCopy();
        shown.put("AssumeRolePolicyDocument", Pages.encoded(role.path("Trust").asText()));
        if (!role.path("Tags").isEmpty()) {
            shown.set("Tags", Records.tagList(role));
        }
        return shown;
    }

    private ObjectNode create(ObjectNode input, CallContext context) {
        String trust = Records.document(input.path("AssumeRolePolicyDocument"));
        ObjectNode role = records.create(Kind.ROLE, input);
        role.put("Trust", trust);
        ObjectNode shown = role.withObjectProperty("Shown");
        shown.put("MaxSessionDuration", input.path("MaxSessionDuration").asInt(HOUR));
        if (input.has("Description")) {
            shown.put("Description", input.path("Description").asText());
        }
        if (input.has("PermissionsBoundary")) {
            setBoundary(role, input.path("PermissionsBoundary").asText());
        }
        records.save(Kind.ROLE, role);
        return answer(role);
    }

    private static ObjectNode answer(ObjectNode role) {
        ObjectNode answer = Json.object();
        answer.set("Role", shown(role));
        return answer;
    }

    static void setBoundary(ObjectNode role, String arn) {
        role.withObjectProperty("Shown")
                .putObject("PermissionsBoundary")
                .put("PermissionsBoundaryType", "Policy")
                .put("PermissionsBoundaryArn", arn);
    }

    private ObjectNode get(ObjectNode input, CallContext context) {
        return answer(role(input));
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        String prefix = input.path("PathPrefix").asText("/");
        List<ObjectNode> all = records.all(Kind.ROLE).stream()
                .filter(role -> role.path("Shown").path("Path").asText().startsWith(prefix))
                .map(role -> shown((ObjectNode) role))
                .toList();
        return Pages.page("Roles", all, input);
    }

    private ObjectNode update(ObjectNode input, CallContext context) {
        ObjectNode role = role(input);
        ObjectNode shown = role.withObjectProperty("Shown");
        if (input.has("Description")) {
            shown.put("Description", input.path("Description").asText());
        }
        if (input.has("MaxSessionDuration")) {
            shown.put("MaxSessionDuration", input.path("MaxSessionDuration").asInt());
        }
        records.save(Kind.ROLE, role);
        return Json.object();
    }

    private ObjectNode updateTrust(ObjectNode input, CallContext context) {
        ObjectNode role = role(input);
        role.put("Trust", Records.document(input.path("PolicyDocument")));
        records.save(Kind.ROLE, role);
        return Json.object();
    }

    private ObjectNode delete(ObjectNode input, CallContext context) {
        ObjectNode role = role(input);
        if (!role.path("Inline").isEmpty()) {
            throw Iam.deleteConflict("must delete policies first.");
        }
        if (!role.path("Attached").isEmpty()) {
            throw Iam.deleteConflict("must detach all policies first.");
        }
        String name = input.path("RoleName").asText();
        boolean isInProfile = records.all(Kind.PROFILE).stream().anyMatch(profile -> ProfileCalls.holds(profile, name));
        if (isInProfile) {
            throw Iam.deleteConflict("must remove roles from instance profile first.");
        }
        records.remove(Kind.ROLE, name);
        return Json.object();
    }

    private ObjectNode tag(ObjectNode input, CallContext context) {
        ObjectNode role = role(input);
        role.withObjectProperty("Tags").setAll(Records.tags(input.path("Tags")));
        records.save(Kind.ROLE, role);
        return Json.object();
    }

    private ObjectNode untag(ObjectNode input, CallContext context) {
        ObjectNode role = role(input);
        for (JsonNode key : input.path("TagKeys")) {
            role.withObjectProperty("Tags").remove(key.asText());
        }
        records.save(Kind.ROLE, role);
        return Json.object();
    }

    private ObjectNode tags(ObjectNode input, CallContext context) {
        ObjectNode answer = Json.object().put("IsTruncated", false);
        answer.set("Tags", Records.tagList(role(input)));
        return answer;
    }

    private ObjectNode bound(ObjectNode input, CallContext context) {
        ObjectNode role = role(input);
        setBoundary(role, input.path("PermissionsBoundary").asText());
        records.save(Kind.ROLE, role);
        return Json.object();
    }

    private ObjectNode unbound(ObjectNode input, CallContext context) {
        ObjectNode role = role(input);
        role.withObjectProperty("Shown").remove("PermissionsBoundary");
        records.save(Kind.ROLE, role);
        return Json.object();
    }
}
