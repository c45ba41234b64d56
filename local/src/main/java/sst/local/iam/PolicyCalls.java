package sst.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sst.local.iam.Records.Kind;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls on managed policies and their versions. */
record PolicyCalls(Records records) {
    private static final int MOST_VERSIONS = 5;

    void addTo(Map<String, Operation> operations) {
        operations.put("CreatePolicy", this::create);
        operations.put("GetPolicy", this::get);
        operations.put("ListPolicies", this::list);
        operations.put("DeletePolicy", this::delete);
        operations.put("CreatePolicyVersion", this::createVersion);
        operations.put("GetPolicyVersion", this::getVersion);
        operations.put("ListPolicyVersions", this::listVersions);
        operations.put("DeletePolicyVersion", this::deleteVersion);
        operations.put("SetDefaultPolicyVersion", this::setDefault);
    }

    static ObjectNode existing(Records records, String arn) {
        ObjectNode policy = records.existing(Kind.POLICY, arn.substring(arn.lastIndexOf('/') + 1));
        if (!policy.path("Shown").path("Arn").asText().equals(arn)) {
            throw Iam.noSuchEntity("Policy " + arn);
        }
        return policy;
    }

    private ObjectNode policy(ObjectNode input) {
        return existing(records, input.path("PolicyArn").asText());
    }

    private ObjectNode shown(ObjectNode policy) {
        ObjectNode shown = policy.path("Shown").deepCopy();
        String arn = shown.path("Arn").asText();
        long attachments = records.all(Kind.ROLE).stream()
                .filter(role -> role.path("Attached").has(arn))
                .count();
        return shown.put("AttachmentCount", attachments)
                .put("PermissionsBoundaryUsageCount", 0)
                .put("IsAttachable", true);
    }

    private ObjectNode create(ObjectNode input, CallContext context) {
        ObjectNode policy = create(input);
        ObjectNode answer = Json.object();
        answer.set("Policy", shown(policy));
        return answer;
    }

    /** Makes a policy with its first version. */
    ObjectNode create(ObjectNode input) {
        String document = Records.document(input.path("PolicyDocument"));
        ObjectNode policy = records.create(Kind.POLICY, input);
        ObjectNode shown = policy.withObjectProperty("Shown").put("UpdateDate", records.now());
        if (input.has("Description")) {
            shown.put("Description", input.path("Description").asText());
        }
        addVersion(policy, document, true);
        return policy;
    }

    /** Adds a version; the oldest that is not in force must go first when there are five. */
    ObjectNode addVersion(ObjectNode policy, String document, boolean isDefault) {
        ObjectNode versions = policy.withObjectProperty("Versions");
        if (versions.size() >= MOST_VERSIONS) {
            throw new AwsException(
                    409,
                    "LimitExceeded",
                    "A managed policy can have up to 5 versions. Before you create a new version, you must delete an"
                            + " existing version.");
        }
        int number = policy.path("LastVersion").asInt(0) + 1;
        String id = "v" + number;
        policy.put("LastVersion", number);
        ObjectNode version = versions.putObject(id)
                .put("VersionId", id)
                .put("Document", document)
                .put("CreateDate", records.now());
        if (isDefault) {
            policy.withObjectProperty("Shown").put("DefaultVersionId", id);
        }
        records.save(Kind.POLICY, policy);
        return version;
    }

    private static ObjectNode shownVersion(ObjectNode policy, JsonNode version) {
        ObjectNode shown = version.deepCopy();
        shown.put("Document", Pages.encoded(version.path("Document").asText()));
        String inForce = policy.path("Shown").path("DefaultVersionId").asText();
        return shown.put("IsDefaultVersion", version.path("VersionId").asText().equals(inForce));
    }

    private ObjectNode get(ObjectNode input, CallContext context) {
        ObjectNode policy = policy(input);
        ObjectNode answer = Json.object();
        ObjectNode shown = shown(policy);
        if (!policy.path("Tags").isEmpty()) {
            shown.set("Tags", Records.tagList(policy));
        }
        answer.set("Policy", shown);
        return answer;
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        if (input.path("Scope").asText().equals("AWS")) {
            return Pages.page("Policies", List.of(), input);
        }
        List<ObjectNode> all = records.all(Kind.POLICY).stream()
                .map(policy -> shown((ObjectNode) policy))
                .toList();
        return Pages.page("Policies", all, input);
    }

    private ObjectNode delete(ObjectNode input, CallContext context) {
        ObjectNode policy = policy(input);
        if (shown(policy).path("AttachmentCount").asLong() > 0) {
            throw Iam.deleteConflict("must detach the policy from all entities first.");
        }
        if (policy.path("Versions").size() > 1) {
            throw Iam.deleteConflict("must delete all versions but the default first.");
        }
        records.remove(Kind.POLICY, policy.path("Shown").path("PolicyName").asText());
        return Json.object();
    }

    private ObjectNode createVersion(ObjectNode input, CallContext context) {
        ObjectNode policy = policy(input);
        String document = Records.document(input.path("PolicyDocument"));
        boolean isDefault = input.path("SetAsDefault").asText().equals("true");
        ObjectNode answer = Json.object();
        ObjectNode shown = shownVersion(policy, addVersion(policy, document, isDefault));
        shown.remove("Document");
        answer.set("PolicyVersion", shown);
        return answer;
    }

    private static JsonNode version(ObjectNode policy, ObjectNode input) {
        String id = input.path("VersionId").asText();
        JsonNode version = policy.path("Versions").path(id);
        if (version.isMissingNode()) {
            throw Iam.noSuchEntity("Policy version " + id);
        }
        return version;
    }

    private ObjectNode getVersion(ObjectNode input, CallContext context) {
        ObjectNode policy = policy(input);
        ObjectNode answer = Json.object();
        answer.set("PolicyVersion", shownVersion(policy, version(policy, input)));
        return answer;
    }

    private ObjectNode listVersions(ObjectNode input, CallContext context) {
        ObjectNode policy = policy(input);
        List<ObjectNode> versions = new ArrayList<>();
        policy.path("Versions").forEach(version -> {
            ObjectNode shown = shownVersion(policy, version);
            shown.remove("Document");
            versions.add(0, shown);
        });
        return Pages.page("Versions", versions, input);
    }

    private ObjectNode deleteVersion(ObjectNode input, CallContext context) {
        ObjectNode policy = policy(input);
        JsonNode version = version(policy, input);
        if (shownVersion(policy, version).path("IsDefaultVersion").asBoolean()) {
            throw Iam.deleteConflict("the default version of a policy cannot be deleted.");
        }
        policy.withObjectProperty("Versions").remove(version.path("VersionId").asText());
        records.save(Kind.POLICY, policy);
        return Json.object();
    }

    private ObjectNode setDefault(ObjectNode input, CallContext context) {
        ObjectNode policy = policy(input);
        String id = version(policy, input).path("VersionId").asText();
        policy.withObjectProperty("Shown").put("DefaultVersionId", id);
        records.save(Kind.POLICY, policy);
        return Json.object();
    }
}
