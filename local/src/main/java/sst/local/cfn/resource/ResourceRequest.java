package sst.local.cfn.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sst.local.wire.CallContext;

/**
 * What a provider is asked to do it to.
 *
 * @param stackName the stack's name
 * @param logicalId the resource's name in the template
 * @param properties with every intrinsic resolved
 * @param tags the stack's tags, to be laid on resources that take tags
 * @param generatedName {@code stack-LogicalId-RANDOM}, unique to this creation and the same when it is repeated
 * @param context region, account and endpoint
 */
public record ResourceRequest(
        String stackName,
        String logicalId,
        ObjectNode properties,
        Map<String, String> tags,
        String generatedName,
        CallContext context) {
    public ResourceRequest {
        tags = Map.copyOf(tags);
    }

    /** The same request with other properties. */
    public ResourceRequest with(ObjectNode other) {
        return new ResourceRequest(stackName, logicalId, other, tags, generatedName, context);
    }
}
