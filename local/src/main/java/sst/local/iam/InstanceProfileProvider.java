package sst.local.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.iam.Records.Kind;
import sst.local.wire.codec.Json;

/** {@code AWS::IAM::InstanceProfile}. */
record InstanceProfileProvider(Records records) implements ResourceProvider {
    @Override
    public String type() {
        return "AWS::IAM::InstanceProfile";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        String name = OwnedRecord.name(request, "InstanceProfileName");
        ObjectNode input = Json.object().put("InstanceProfileName", name);
        input.put("Path", request.properties().path("Path").asText("/"));
        ObjectNode profile =
                new OwnedRecord(records, Kind.PROFILE).taken(request, name, () -> records.create(Kind.PROFILE, input));
        return settle(request, profile);
    }

    private ResourceState settle(ResourceRequest request, ObjectNode profile) {
        profile.put("Role", request.properties().path("Roles").path(0).asText());
        records.save(Kind.PROFILE, profile);
        String name = profile.path("Shown").path("InstanceProfileName").asText();
        String arn = profile.path("Shown").path("Arn").asText();
        return ResourceState.of(name, Map.of("Arn", TextNode.valueOf(arn)));
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        return settle(request, records.existing(Kind.PROFILE, current.physicalId()));
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        records.remove(Kind.PROFILE, current.physicalId());
    }
}
