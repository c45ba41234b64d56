package sst.local.lambda.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sst.local.cfn.resource.ReadableProvider;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.lambda.control.ControlPlane;
import sst.local.lambda.control.record.FunctionRef;
import sst.local.lambda.control.record.Members;
import sst.local.wire.AwsException;

/** {@code AWS::Lambda::Function}. */
final class FunctionProvider implements ReadableProvider {
    private static final int NAME_LENGTH = 64;
    private static final String STACK = "aws:cloudformation:stack-name";
    private static final String LOGICAL_ID = "aws:cloudformation:logical-id";
    private static final Set<String> REFUSED = Set.of("FileSystemConfigs", "ImageConfig", "CapacityProviderConfig");

    private static final List<String> READ =
            List.of("Description", "Handler", "MemorySize", "Role", "Runtime", "Timeout");

    private final ControlPlane control;

    FunctionProvider(ControlPlane control) {
        this.control = control;
    }

    @Override
    public String type() {
        return "AWS::Lambda::Function";
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        ObjectNode input = input(request, name(request));
        ObjectNode config = Calls.made(() -> {
            try {
                return control.functions().create(input, request.context());
            } catch (AwsException e) {
                // A creation that was cut short by a kill is repeated and meets its own function.
                if (Calls.isFault(e, "ResourceConflictException") && isOwn(request, input)) {
                    return change(request, input);
                }
                throw e;
            }
        });
        settle(request, config);
        return state(config);
    }

    @Override
    public Optional<ObjectNode> read(ResourceRequest request, ResourceState current) {
        ObjectNode config;
        try {
            config = control.functions()
                    .getConfiguration(Members.object().put("FunctionName", current.physicalId()), request.context());
        } catch (AwsException e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
        ObjectNode actual = Members.object();
        for (String property : READ) {
            actual.put(property, Members.text(config, property));
        }
        JsonNode variables = config.path("Environment").path("Variables");
        actual.putObject("Environment").set("Variables", variables.isObject() ? variables : Members.object());
        return Optional.of(actual);
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        ObjectNode input = input(request, current.physicalId());
        ObjectNode config = Calls.made(() -> change(request, input));
        settle(request, config);
        return state(config);
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        ObjectNode input = Members.object().put("FunctionName", current.physicalId());
        Calls.gone(() -> control.functions().delete(input, request.context()));
    }

    private ObjectNode change(ResourceRequest request, ObjectNode input) {
        ObjectNode code = input.path("Code").deepCopy();
        code.set("FunctionName", input.get("FunctionName"));
        ObjectNode now = control.functions()
                .getConfiguration(Members.object().set("FunctionName", input.get("FunctionName")), request.context());
        ObjectNode updated = control.functions().updateCode(code, request.context());
        ObjectNode changes = withDefaults(input);
        return now.isEmpty() ? updated : control.functions().updateConfiguration(changes, request.context());
    }

    /** A property that was removed goes back to its default. */
    private static ObjectNode withDefaults(ObjectNode input) {
        ObjectNode all = Members.object();
        all.put("Description", "").put("Timeout", 3).put("MemorySize", 128);
        all.putObject("Environment").putObject("Variables");
        all.putArray("Layers");
        all.putObject("DeadLetterConfig");
        all.setAll(input);
        all.remove("Code");
        if (!all.path("Environment").has("Variables")) {
            all.putObject("Environment").putObject("Variables");
        }
        return all;
    }

    private void settle(ResourceRequest request, ObjectNode config) {
        FunctionRef ref = ref(request, config);
        Calls.made(() -> {
            control.settings().putTags(ref, tags(request));
            control.settings().putConcurrency(ref, request.properties().path("ReservedConcurrentExecutions"));
            return ref;
        });
    }

    private boolean isOwn(ResourceRequest request, ObjectNode input) {
        JsonNode tags = control.functions()
                .get(Members.object().set("FunctionName", input.get("FunctionName")), request.context())
                .path("Tags");
        return Members.text(tags, STACK).equals(request.stackName())
                && Members.text(tags, LOGICAL_ID).equals(request.logicalId());
    }

    private static ObjectNode input(ResourceRequest request, String name) {
        for (String property : REFUSED) {
            if (!request.properties().path(property).isEmpty()) {
                throw new ResourceFailure("not supported locally: AWS::Lambda::Function " + property);
            }
        }
        ObjectNode input = Calls.input(request);
        input.put("FunctionName", name);
        input.set("Tags", tags(request));
        input.set("Code", InlineCode.zipped(input.path("Code"), Members.text(input, "Runtime")));
        return input;
    }

    private static ObjectNode tags(ResourceRequest request) {
        ObjectNode tags = Members.object();
        request.tags().forEach(tags::put);
        request.properties()
                .path("Tags")
                .forEach(tag -> tags.put(Members.text(tag, "Key"), Members.text(tag, "Value")));
        tags.put(STACK, request.stackName()).put(LOGICAL_ID, request.logicalId());
        return tags;
    }

    private static String name(ResourceRequest request) {
        String own = Members.text(request.properties(), "FunctionName");
        String name = own.isEmpty() ? request.generatedName() : own;
        if (name.length() <= NAME_LENGTH) {
            return name;
        }
        // The random end keeps names apart.
        int dash = name.lastIndexOf('-');
        String end = name.substring(dash);
        return name.substring(0, NAME_LENGTH - end.length()) + end;
    }

    private static FunctionRef ref(ResourceRequest request, ObjectNode config) {
        return FunctionRef.parse(
                Members.text(config, "FunctionName"), request.context().region());
    }

    private static ResourceState state(ObjectNode config) {
        return ResourceState.of(
                Members.text(config, "FunctionName"),
                Map.of(
                        "Arn",
                        config.get("FunctionArn"),
                        "SnapStartResponse.ApplyOn",
                        Calls.text("None"),
                        "SnapStartResponse.OptimizationStatus",
                        Calls.text("Off")));
    }
}
