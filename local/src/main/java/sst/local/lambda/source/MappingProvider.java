package sst.local.lambda.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Supplier;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.lambda.control.record.Members;
import sst.local.wire.AwsException;

/** {@code AWS::Lambda::EventSourceMapping}; its {@code Ref} is the mapping's UUID. */
record MappingProvider(Mappings mappings) implements ResourceProvider {
    @Override
    public String type() {
        return "AWS::Lambda::EventSourceMapping";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        ObjectNode input = request.properties().deepCopy();
        return state(made(() -> {
            try {
                return mappings.create(input, request.context());
            } catch (AwsException refused) {
                if (!refused.code().equals("ResourceConflictException")) {
                    throw refused;
                }
                String uuid = refused.text().substring(refused.text().lastIndexOf(' ') + 1);
                return mappings.update(input.put("UUID", uuid), request.context());
            }
        }));
    }

    private static <T> T made(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text() + " (Service: Lambda, Status Code: " + refused.status()
                    + ", Error Code: " + refused.code() + ")");
        }
    }

    private static ResourceState state(ObjectNode mapping) {
        return ResourceState.of(
                Members.text(mapping, "UUID"),
                Map.of(
                        "Id", mapping.get("UUID"),
                        "EventSourceMappingArn", mapping.get("EventSourceMappingArn")));
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        ObjectNode input = request.properties().deepCopy().put("UUID", current.physicalId());
        before.fieldNames().forEachRemaining(name -> reset(input, name));
        return state(made(() -> mappings.update(input, request.context())));
    }

    /** A property that the template has no longer goes back to what it is by default. */
    private static void reset(ObjectNode input, String name) {
        if (!input.has(name)) {
            switch (name) {
                case "BatchSize" -> input.put(name, isQueue(input) ? 10 : 100);
                case "MaximumRetryAttempts", "MaximumRecordAgeInSeconds" -> input.put(name, -1);
                case "ParallelizationFactor" -> input.put(name, 1);
                case "BisectBatchOnFunctionError" -> input.put(name, false);
                case "MaximumBatchingWindowInSeconds" -> input.put(name, 0);
                case "FilterCriteria", "ScalingConfig", "DestinationConfig" -> input.putObject(name);
                case "FunctionResponseTypes" -> input.putArray(name);
                case "Enabled" -> input.put(name, true);
                default -> throw new ResourceFailure("the local cloud cannot take " + name + " from a mapping");
            }
        }
    }

    private static boolean isQueue(ObjectNode input) {
        return Members.text(input, "EventSourceArn").startsWith("arn:aws:sqs:");
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        try {
            mappings.delete(Members.object().put("UUID", current.physicalId()), request.context());
        } catch (AwsException refused) {
            if (refused.status() != 404) {
                throw new ResourceFailure(refused.text());
            }
        }
    }
}
