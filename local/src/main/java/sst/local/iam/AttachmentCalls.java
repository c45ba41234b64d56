package sst.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import sst.local.iam.Records.Kind;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls that attach managed policies to roles. AWS's own policies are taken by their ARN, without their content. */
record AttachmentCalls(Records records) {
    private static final String AWS_OWNED = "arn:aws:iam::aws:policy/";

    void addTo(Map<String, Operation> operations) {
        operations.put("AttachRolePolicy", this::attach);
        operations.put("DetachRolePolicy", this::detach);
        operations.put("ListAttachedRolePolicies", this::list);
        operations.put("ListEntitiesForPolicy", this::entities);
    }

    private ObjectNode role(ObjectNode input) {
        return records.existing(Kind.ROLE, input.path("RoleName").asText());
    }

    private ObjectNode attach(ObjectNode input, CallContext context) {
        attach(role(input), input.path("PolicyArn").asText());
        return Json.object();
    }

    /** Attaches a policy that is there. */
    void attach(ObjectNode role, String arn) {
        if (!arn.startsWith("arn:")) {
            throw new AwsException(400, "InvalidInput", "ARN " + arn + " is not valid.");
        }
        if (!arn.startsWith(AWS_OWNED)) {
            PolicyCalls.existing(records, arn);
        }
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        role.withObjectProperty("Attached").put(arn, name);
        records.save(Kind.ROLE, role);
    }

    private ObjectNode detach(ObjectNode input, CallContext context) {
        String arn = input.path("PolicyArn").asText();
        ObjectNode role = role(input);
        if (role.withObjectProperty("Attached").remove(arn) == null) {
            throw Iam.noSuchEntity("Policy " + arn);
        }
        records.save(Kind.ROLE, role);
        return Json.object();
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        List<ObjectNode> attached = role(input).path("Attached").properties().stream()
                .map(policy -> Json.object()
                        .put("PolicyName", policy.getValue().asText())
                        .put("PolicyArn", policy.getKey()))
                .toList();
        return Pages.page("AttachedPolicies", attached, input);
    }

    private ObjectNode entities(ObjectNode input, CallContext context) {
        String arn = input.path("PolicyArn").asText();
        List<ObjectNode> roles = records.all(Kind.ROLE).stream()
                .filter(role -> role.path("Attached").has(arn))
                .map(role -> {
                    JsonNode shown = role.path("Shown");
                    return Json.object()
                            .put("RoleName", shown.path("RoleName").asText())
                            .put("RoleId", shown.path("RoleId").asText());
                })
                .toList();
        ObjectNode answer = Pages.page("PolicyRoles", roles, input);
        answer.putArray("PolicyGroups");
        answer.putArray("PolicyUsers");
        return answer;
    }
}
