package sst.local.cfn.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;

/**
 * A type that is recorded, not enforced: its resources have names and ARNs, and nothing behind them.
 *
 * @param type the type's name
 * @param id gives the physical id; the same for the same request
 * @param attributes gives {@code Fn::GetAtt} values for an id
 */
record Recorded(
        String type,
        Function<ResourceRequest, String> id,
        java.util.function.BiFunction<ResourceRequest, String, Map<String, String>> attributes)
        implements ResourceProvider {

    @Override
    public boolean isRecordOnly() {
        return true;
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        return state(request, id.apply(request));
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        return state(request, current.physicalId());
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        // The stack's own record was all there is.
    }

    private ResourceState state(ResourceRequest request, String physicalId) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        attributes.apply(request, physicalId).forEach((name, value) -> values.put(name, TextNode.valueOf(value)));
        return ResourceState.of(physicalId, values);
    }

    /** A property, or the generated name. */
    static String named(ResourceRequest request, String property) {
        return request.properties().path(property).asText(request.generatedName());
    }

    /** A UUID that is the same when the creation is repeated. */
    static String uuid(ResourceRequest request) {
        return UUID.nameUUIDFromBytes(request.generatedName().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
