package sst.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.store.Store;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** {@code AWS::CloudFront::Function}; its {@code Ref} is its ARN. */
record FunctionProvider(Store store) implements ResourceProvider {
    static final String MAP = "cloudfront.functions";

    @Override
    public String type() {
        return "AWS::CloudFront::Function";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        String name = request.properties().path("Name").asText(request.generatedName());
        return put("arn:aws:cloudfront::" + CallContext.ACCOUNT + ":function/" + name, request);
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        return put(current.physicalId(), request);
    }

    private ResourceState put(String arn, ResourceRequest request) {
        store.json(MAP)
                .put(
                        arn,
                        Json.object()
                                .put(
                                        "Code",
                                        request.properties()
                                                .path("FunctionCode")
                                                .asText()));
        Map<String, JsonNode> attributes = Map.of(
                "FunctionARN", TextNode.valueOf(arn),
                "FunctionMetadata.FunctionARN", TextNode.valueOf(arn),
                "Stage", TextNode.valueOf("LIVE"));
        return ResourceState.of(arn, attributes);
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        store.json(MAP).remove(current.physicalId());
    }
}
