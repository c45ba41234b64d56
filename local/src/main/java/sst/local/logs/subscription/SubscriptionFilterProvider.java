package sst.local.logs.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** {@code AWS::Logs::SubscriptionFilter}: {@code Ref} is the filter's name. */
public record SubscriptionFilterProvider(FilterCalls calls) implements ResourceProvider {
    @Override
    public String type() {
        return "AWS::Logs::SubscriptionFilter";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        return put(request, request.properties().path("FilterName").asText(request.generatedName()));
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        return put(request, current.physicalId());
    }

    private ResourceState put(ResourceRequest request, String name) {
        ObjectNode input = Json.object().put("filterName", name);
        Map.of(
                        "LogGroupName", "logGroupName",
                        "FilterPattern", "filterPattern",
                        "DestinationArn", "destinationArn",
                        "RoleArn", "roleArn",
                        "Distribution", "distribution")
                .forEach((property, member) -> {
                    if (request.properties().hasNonNull(property)) {
                        input.set(member, request.properties().get(property));
                    }
                });
        try {
            calls.put(request.context().region(), input);
            return ResourceState.of(name, Map.of());
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text());
        }
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        String group = request.properties().path("LogGroupName").asText();
        calls.forget(new Filters.Group(request.context().region(), group), current.physicalId());
    }
}
