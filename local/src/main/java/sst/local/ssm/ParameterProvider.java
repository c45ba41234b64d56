package sst.local.ssm;

import com.fasterxml.jackson.databind.JsonNode;
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

/** {@code AWS::SSM::Parameter}; its tags are a map, not a list. */
record ParameterProvider(ParameterStore parameters, ParameterTags tags) implements ReadableProvider {
    @Override
    public String type() {
        return "AWS::SSM::Parameter";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        String name = request.properties().path("Name").asText(request.generatedName());
        boolean isRepeated = parameters
                .find(request.context().region(), name)
                .filter(record -> record.path("Owner").asText().equals(request.generatedName()))
                .isPresent();
        return put(request, name, isRepeated);
    }

    @Override
    public Optional<ObjectNode> read(ResourceRequest request, ResourceState current) {
        return parameters.find(request.context().region(), current.physicalId()).map(record -> {
            ObjectNode version = ParameterStore.current(record);
            return Json.object()
                    .put("Value", version.path("Value").asText())
                    .put("Type", version.path("Type").asText())
                    .put("Description", version.path("Description").asText(""));
        });
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        return put(request, current.physicalId(), true);
    }

    private ResourceState put(ResourceRequest request, String name, boolean overwrites) {
        ObjectNode input = request.properties().deepCopy();
        input.remove("Tags");
        input.put("Name", name).put("Overwrite", overwrites);
        if (input.path("Type").asText().equals("SecureString")) {
            throw new ResourceFailure("SSM Secure parameters are not supported by CloudFormation");
        }
        try {
            parameters.put(input, request.context());
        } catch (AwsException refused) {
            throw new ResourceFailure(
                    refused.code().equals("ParameterAlreadyExists") ? name + " already exists" : refused.text());
        }
        Map<String, String> all = new HashMap<>(request.tags());
        request.properties()
                .path("Tags")
                .properties()
                .forEach(tag -> all.put(tag.getKey(), tag.getValue().asText()));
        tags.replace(name, all, request.context());
        own(request, name);
        Map<String, JsonNode> attributes = Map.of(
                "Type", input.path("Type"),
                "Value", input.path("Value"),
                "Name", TextNode.valueOf(name));
        return ResourceState.of(name, attributes);
    }

    /** Remembers who made the parameter, so that a creation repeated after a kill knows its own. */
    private void own(ResourceRequest request, String name) {
        String region = request.context().region();
        parameters.find(region, name).ifPresent(record -> {
            record.put("Owner", request.generatedName());
            parameters.all().put(ParameterStore.key(region, name), record);
        });
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        parameters.all().remove(ParameterStore.key(request.context().region(), current.physicalId()));
    }
}
