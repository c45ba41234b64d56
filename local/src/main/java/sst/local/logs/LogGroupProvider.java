package sst.local.logs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sst.local.cfn.resource.ReadableProvider;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** {@code AWS::Logs::LogGroup}. */
record LogGroupProvider(LogGroups groups) implements ReadableProvider {
    @Override
    public String type() {
        return "AWS::Logs::LogGroup";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        String region = request.context().region();
        String name = request.properties().path("LogGroupName").asText(request.generatedName());
        try {
            boolean isNew = groups.ensure(region, name);
            if (!isNew && !isOwn(request, name)) {
                throw new ResourceFailure(name + " already exists");
            }
            return settle(request, name);
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text());
        }
    }

    private boolean isOwn(ResourceRequest request, String name) {
        return groups.find(request.context().region(), name)
                .filter(group -> group.path("owner").asText().equals(request.generatedName()))
                .isPresent();
    }

    @Override
    public Optional<ObjectNode> read(ResourceRequest request, ResourceState current) {
        return groups.find(request.context().region(), current.physicalId()).map(group -> Json.object()
                .put("RetentionInDays", group.path("retentionInDays").asInt(0)));
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        try {
            return settle(request, current.physicalId());
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text());
        }
    }

    private ResourceState settle(ResourceRequest request, String name) {
        String region = request.context().region();
        Map<String, String> tags = new HashMap<>(request.tags());
        request.properties()
                .path("Tags")
                .forEach(tag ->
                        tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
        ObjectNode group = groups.existing(region, name);
        group.put("owner", request.generatedName()).set("tags", Json.tree(tags));
        groups.save(region, group);
        groups.retain(region, name, request.properties().path("RetentionInDays").asInt(0));
        String arn = request.context().arn("logs", "log-group:" + name + ":*");
        return ResourceState.of(name, Map.of("Arn", TextNode.valueOf(arn)));
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        if (groups.find(request.context().region(), current.physicalId()).isPresent()) {
            groups.delete(request.context().region(), current.physicalId());
        }
    }
}
