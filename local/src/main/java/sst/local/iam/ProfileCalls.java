package sst.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import sst.local.iam.Records.Kind;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls on instance profiles, each with one role at most. */
record ProfileCalls(Records records) {
    void addTo(Map<String, Operation> operations) {
        operations.put("CreateInstanceProfile", this::create);
        operations.put("GetInstanceProfile", this::get);
        operations.put("ListInstanceProfiles", this::list);
        operations.put("ListInstanceProfilesForRole", this::listForRole);
        operations.put("AddRoleToInstanceProfile", this::addRole);
        operations.put("RemoveRoleFromInstanceProfile", this::removeRole);
        operations.put("DeleteInstanceProfile", this::delete);
    }

    static boolean holds(JsonNode profile, String role) {
        return profile.path("Role").asText().equals(role);
    }

    private ObjectNode profile(ObjectNode input) {
        return records.existing(Kind.PROFILE, input.path("InstanceProfileName").asText());
    }

    private ObjectNode shown(JsonNode profile) {
        ObjectNode shown = profile.path("Shown").deepCopy();
        ArrayNode roles = shown.putArray("Roles");
        records.find(Kind.ROLE, profile.path("Role").asText()).ifPresent(role -> roles.add(RoleCalls.shown(role)));
        return shown;
    }

    private ObjectNode answer(ObjectNode profile) {
        ObjectNode answer = Json.object();
        answer.set("InstanceProfile", shown(profile));
        return answer;
    }

    private ObjectNode create(ObjectNode input, CallContext context) {
        return answer(records.create(Kind.PROFILE, input));
    }

    private ObjectNode get(ObjectNode input, CallContext context) {
        return answer(profile(input));
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        List<ObjectNode> all =
                records.all(Kind.PROFILE).stream().map(this::shown).toList();
        return Pages.page("InstanceProfiles", all, input);
    }

    private ObjectNode listForRole(ObjectNode input, CallContext context) {
        String role = input.path("RoleName").asText();
        records.existing(Kind.ROLE, role);
        List<ObjectNode> all = records.all(Kind.PROFILE).stream()
                .filter(profile -> holds(profile, role))
                .map(this::shown)
                .toList();
        return Pages.page("InstanceProfiles", all, input);
    }

    private ObjectNode addRole(ObjectNode input, CallContext context) {
        ObjectNode profile = profile(input);
        if (!profile.path("Role").asText().isEmpty()) {
            throw new AwsException(
                    409, "LimitExceeded", "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1");
        }
        String role = input.path("RoleName").asText();
        records.existing(Kind.ROLE, role);
        records.save(Kind.PROFILE, profile.put("Role", role));
        return Json.object();
    }

    private ObjectNode removeRole(ObjectNode input, CallContext context) {
        ObjectNode profile = profile(input);
        if (!holds(profile, input.path("RoleName").asText())) {
            throw Iam.noSuchEntity("Role " + input.path("RoleName").asText() + " in the instance profile");
        }
        profile.remove("Role");
        records.save(Kind.PROFILE, profile);
        return Json.object();
    }

    private ObjectNode delete(ObjectNode input, CallContext context) {
        if (!profile(input).path("Role").asText().isEmpty()) {
            throw Iam.deleteConflict("must remove roles from instance profile first.");
        }
        records.remove(Kind.PROFILE, input.path("InstanceProfileName").asText());
        return Json.object();
    }
}
