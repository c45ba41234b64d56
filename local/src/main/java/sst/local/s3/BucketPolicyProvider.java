package sst.local.s3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.s3.bucket.Buckets;

/** {@code AWS::S3::BucketPolicy}: recorded, not enforced. */
record BucketPolicyProvider(Buckets buckets) implements ResourceProvider {
    @Override
    public String type() {
        return "AWS::S3::BucketPolicy";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        String bucket = request.properties().path("Bucket").asText();
        if (buckets.find(bucket).isEmpty()) {
            throw new ResourceFailure("The specified bucket does not exist: " + bucket);
        }
        buckets.set(
                bucket, "policy", request.properties().path("PolicyDocument").toString());
        return ResourceState.of(bucket, Map.of());
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        return create(request);
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        if (buckets.find(current.physicalId()).isPresent()) {
            buckets.unset(current.physicalId(), "policy");
        }
    }
}
