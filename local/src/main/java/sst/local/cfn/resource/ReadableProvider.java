package sst.local.cfn.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A provider that can tell how its resource really is, so that what was changed around CloudFormation is seen. */
public interface ReadableProvider extends ResourceProvider {
    /**
     * The resource as a template would state it: every property that can be read, the unset ones with their defaults;
     * properties that cannot be read, such as a function's code, are left out.
     *
     * @param request identity, and the properties that the resource was made from
     * @param current as the last operation left it
     * @return empty when the resource is gone
     */
    Optional<ObjectNode> read(ResourceRequest request, ResourceState current);
}
