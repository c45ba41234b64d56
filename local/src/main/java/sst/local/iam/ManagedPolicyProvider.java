package sst.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.iam.Records.Kind;
import sst.local.wire.codec.Json;

/** {@code AWS::IAM::ManagedPolicy}: recorded, not enforced. Its physical id is its ARN. */
record ManagedPolicyProvider(Records records) implements ResourceProvider {
    @Override
    public String type() {
        return "AWS::IAM::ManagedPolicy";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        ObjectNode properties = request.properties();
        String name = OwnedRecord.name(request, "ManagedPolicyName");
        ObjectNode input = Json.object()
                .put("PolicyName", name)
                .put("Path", properties.path("Path").asText("/"))
                .put("PolicyDocument", properties.path("PolicyDocument").toString());
        if (properties.has("Description")) {
            input.put("Description", properties.path("Description").asText());
        }
        ObjectNode policy = new OwnedRecord(records, Kind.POLICY)
                .taken(request, name, () -> new PolicyCalls(records).create(input));
        String arn = policy.path("Shown").path("Arn").asText();
        attach(properties.path("Roles"), arn);
        return state(policy, arn);
    }

    private void attach(JsonNode roles, String arn) {
        for (JsonNode role : roles) {
            ObjectNode record = records.find(Kind.ROLE, role.asText())
                    .orElseThrow(
                            () -> new ResourceFailure("The role with name " + role.asText() + " cannot be found."));
            new AttachmentCalls(records).attach(record, arn);
        }
    }

    private static ResourceState state(ObjectNode policy, String arn) {
        JsonNode shown = policy.path("Shown");
        Map<String, JsonNode> attributes = new HashMap<>();
        attributes.put("PolicyArn", TextNode.valueOf(arn));
        for (String name : new String[] {"PolicyId", "CreateDate", "UpdateDate", "DefaultVersionId"}) {
            attributes.put(name, TextNode.valueOf(shown.path(name).asText()));
        }
        return ResourceState.of(arn, attributes);
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        String arn = current.physicalId();
        ObjectNode policy = records.find(Kind.POLICY, arn.substring(arn.lastIndexOf('/') + 1))
                .orElseThrow(() -> new ResourceFailure("Policy " + arn + " cannot be found."));
        policy.putObject("Versions");
        new PolicyCalls(records)
                .addVersion(policy, request.properties().path("PolicyDocument").toString(), true);
        detach(before.path("Roles"), arn);
        attach(request.properties().path("Roles"), arn);
        return state(policy, arn);
    }

    private void detach(JsonNode roles, String arn) {
        for (JsonNode role : roles) {
            records.find(Kind.ROLE, role.asText()).ifPresent(record -> {
                record.withObjectProperty("Attached").remove(arn);
                records.save(Kind.ROLE, record);
            });
        }
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        detach(request.properties().path("Roles"), current.physicalId());
        records.remove(
                Kind.POLICY, current.physicalId().substring(current.physicalId().lastIndexOf('/') + 1));
    }
}
