package sst.local.cloudfront;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.wire.AwsException;

/** {@code AWS::CloudFront::Distribution}: a site on a port of its own. Aliases and certificates are recorded. */
record DistributionProvider(Distributions distributions) implements ResourceProvider {
    private static final int ID_LETTERS = 13;

    @Override
    public String type() {
        return "AWS::CloudFront::Distribution";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        return bring(id("E", request), request);
    }

    /** The same for a creation that is repeated after a kill. */
    static String id(String start, ResourceRequest request) {
        String letters = UUID.nameUUIDFromBytes(request.generatedName().getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .toUpperCase(Locale.ROOT);
        return start + letters.substring(0, ID_LETTERS);
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        return bring(current.physicalId(), request);
    }

    private ResourceState bring(String id, ResourceRequest request) {
        try {
            Distribution made = distributions.bring(id, request.properties().path("DistributionConfig"));
            return ResourceState.of(
                    id, Map.of("Id", TextNode.valueOf(id), "DomainName", TextNode.valueOf(made.domain())));
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text());
        }
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        distributions.delete(current.physicalId());
    }
}
