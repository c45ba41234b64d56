package sst.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;

/**
 * Types that are recorded, not enforced: who may read an origin, and how long the edges keep an answer, of which there
 * are none here.
 *
 * @param type the type's name
 * @param attribute what {@code Fn::GetAtt} gives besides the id
 */
record AccessRecords(String type, String attribute) implements ResourceProvider {
    static List<ResourceProvider> all() {
        return List.of(
                new AccessRecords("AWS::CloudFront::CloudFrontOriginAccessIdentity", "S3CanonicalUserId"),
                new AccessRecords("AWS::CloudFront::OriginAccessControl", "Id"),
                new AccessRecords("AWS::CloudFront::CachePolicy", "LastModifiedTime"),
                new AccessRecords("AWS::CloudFront::OriginRequestPolicy", "LastModifiedTime"));
    }

    @Override
    public boolean isRecordOnly() {
        return true;
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        return state(DistributionProvider.id("E", request));
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        return state(current.physicalId());
    }

    private ResourceState state(String id) {
        JsonNode value = TextNode.valueOf(id);
        return ResourceState.of(id, Map.of("Id", value, attribute, value));
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        // The stack's own record was all there is.
    }
}
