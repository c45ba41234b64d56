package sst.local.cfn.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A resource that exists.
 *
 * @param physicalId AWS's physical id, as {@code DescribeStackResources} shows it
 * @param ref what {@code Ref} gives; mostly the physical id
 * @param attributes what {@code Fn::GetAtt} gives, by dotted name
 */
public record ResourceState(String physicalId, String ref, Map<String, JsonNode> attributes) {
    public ResourceState {
        attributes = Map.copyOf(attributes);
    }

    /** A resource whose {@code Ref} is its physical id. */
    public static ResourceState of(String physicalId, Map<String, JsonNode> attributes) {
        return new ResourceState(physicalId, physicalId, attributes);
    }
}
