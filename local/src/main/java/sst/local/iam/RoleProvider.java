package sst.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;
import sst.local.cfn.resource.ReadableProvider;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.iam.Records.Kind;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** {@code AWS::IAM::Role}: recorded, not enforced. */
record RoleProvider(Records records) implements ReadableProvider {
    private static final int HOUR = 3600;

    @Override
    public String type() {
        return "AWS::IAM::Role";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        String name = OwnedRecord.name(request, "RoleName");
        ObjectNode input = Json.object().put("RoleName", name);
        input.put("Path", request.properties().path("Path").asText("/"));
        return settle(
                request,
                new OwnedRecord(records, Kind.ROLE).taken(request, name, () -> records.create(Kind.ROLE, input)));
    }

    @Override
    public Optional<ObjectNode> read(ResourceRequest request, ResourceState current) {
        return records.find(Kind.ROLE, current.physicalId()).map(role -> {
            ObjectNode actual = Json.object()
                    .put("Description", role.path("Shown").path("Description").asText(""))
                    .put(
                            "MaxSessionDuration",
                            role.path("Shown").path("MaxSessionDuration").asInt(HOUR));
            actual.set("AssumeRolePolicyDocument", Json.parse(role.path("Trust").asText("{}")));
            ArrayNode attached = actual.putArray("ManagedPolicyArns");
            role.path("Attached").fieldNames().forEachRemaining(attached::add);
            return actual;
        });
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        ObjectNode role = records.find(Kind.ROLE, current.physicalId())
                .orElseThrow(
                        () -> new ResourceFailure("The role with name " + current.physicalId() + " cannot be found."));
        before.path("Policies").forEach(policy -> role.withObjectProperty("Inline")
                .remove(policy.path("PolicyName").asText()));
        before.path("ManagedPolicyArns")
                .forEach(arn -> role.withObjectProperty("Attached").remove(arn.asText()));
        return settle(request, role);
    }

    private ResourceState settle(ResourceRequest request, ObjectNode role) {
        ObjectNode properties = request.properties();
        role.put("Trust", properties.path("AssumeRolePolicyDocument").toString());
        ObjectNode shown = role.withObjectProperty("Shown");
        shown.put("Description", properties.path("Description").asText(""));
        shown.put("MaxSessionDuration", properties.path("MaxSessionDuration").asInt(HOUR));
        if (properties.has("PermissionsBoundary")) {
            RoleCalls.setBoundary(role, properties.path("PermissionsBoundary").asText());
        } else {
            shown.remove("PermissionsBoundary");
        }
        ObjectNode tags = (ObjectNode) Json.tree(request.tags());
        tags.setAll(Records.tags(properties.path("Tags")));
        role.set("Tags", tags);
        properties.path("Policies").forEach(policy -> role.withObjectProperty("Inline")
                .put(
                        policy.path("PolicyName").asText(),
                        policy.path("PolicyDocument").toString()));
        records.save(Kind.ROLE, role);
        attach(role, properties.path("ManagedPolicyArns"));
        return state(shown);
    }

    private void attach(ObjectNode role, JsonNode arns) {
        try {
            arns.forEach(arn -> new AttachmentCalls(records).attach(role, arn.asText()));
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text());
        }
    }

    private static ResourceState state(ObjectNode shown) {
        return ResourceState.of(
                shown.path("RoleName").asText(),
                Map.of(
                        "Arn", TextNode.valueOf(shown.path("Arn").asText()),
                        "RoleId", TextNode.valueOf(shown.path("RoleId").asText())));
    }

    /** A stack's role goes with all that hangs on it; IAM itself would refuse that. */
    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        records.remove(Kind.ROLE, current.physicalId());
    }
}
