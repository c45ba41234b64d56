package sst.local.cfn.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.cfn.engine.Engine;
import sst.local.cfn.engine.Launch;
import sst.local.cfn.request.Preparation;
import sst.local.cfn.request.Prepared;
import sst.local.cfn.request.StackRequest;
import sst.local.cfn.request.TemplateSource;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.StackId;
import sst.local.cfn.stack.StackOptions;
import sst.local.cfn.stack.StackOptions.OnFailure;
import sst.local.cfn.stack.StackOutput;
import sst.local.cfn.stack.StackStatus;
import sst.local.cfn.stack.resource.StackEvent;
import sst.local.cfn.value.GivenParameter;

/**
 * Stacks inside one outer stack.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html">AWS</a>
 */
record NestedStack(Engine engine, Launch launch, Preparation preparation, Stack outer) implements ResourceProvider {
    private static final int EVENTS = 1000;

    @Override
    public String type() {
        return "AWS::CloudFormation::Stack";
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        Optional<Stack> begun =
                engine.tools().tables().stacks().find(request.context().region(), request.generatedName());
        Stack stack = begun.orElseGet(() -> begin(request));
        return state(engine.await(stack.id()), StackStatus.CREATE_COMPLETE);
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        Stack stack = get(current);
        if (!stack.status().isRunning()) {
            Prepared prepared = preparation.prepare(stack.id(), asked(request), stack);
            if (prepared.isEmpty()) {
                return state(stack, stack.status());
            }
            launch.update(
                    stack,
                    prepared.input(),
                    launch.run("UpdateStack", outer.run().token()));
        }
        return state(engine.await(stack.id()), StackStatus.UPDATE_COMPLETE);
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        Stack stack = get(current);
        if (!stack.isDeleted() && stack.status() != StackStatus.DELETE_IN_PROGRESS) {
            launch.delete(
                    engine.await(stack.id()),
                    launch.run("DeleteStack", outer.run().token()));
        }
        state(engine.await(stack.id()), StackStatus.DELETE_COMPLETE);
    }

    private Stack begin(ResourceRequest request) {
        StackId id = StackId.of(
                request.context().region(),
                request.generatedName(),
                engine.tools().ids().get().toString());
        Prepared prepared = preparation.prepare(id, asked(request), null);
        boolean keeps = outer.options().disableRollback();
        StackOptions options = new StackOptions(
                false, OnFailure.ROLLBACK, keeps, "", 0, outer.id().arn());
        return launch.create(
                id,
                prepared.input(),
                options,
                launch.run("CreateStack", outer.run().token()));
    }

    private StackRequest asked(ResourceRequest request) {
        ObjectNode properties = request.properties();
        Map<String, GivenParameter> parameters = new LinkedHashMap<>();
        properties
                .path("Parameters")
                .properties()
                .forEach(field -> parameters.put(field.getKey(), new GivenParameter(text(field.getValue()), false)));
        Map<String, String> tags = new LinkedHashMap<>(request.tags());
        properties
                .path("Tags")
                .forEach(tag ->
                        tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
        return new StackRequest(
                new TemplateSource("", properties.path("TemplateURL").asText(""), false),
                parameters,
                tags,
                List.of(),
                outer.input().capabilities(),
                outer.input().roleArn());
    }

    /** A stack that rolled back tells why only in its events. */
    private String why(Stack stack) {
        return engine.tools().tables().events().page(stack.id(), "", EVENTS).events().stream()
                .filter(event -> event.subject().physicalId().equals(stack.id().arn()))
                .map(StackEvent::reason)
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse(stack.status().name());
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        StringBuilder joined = new StringBuilder();
        value.forEach(item -> joined.append(joined.isEmpty() ? "" : ",").append(item.asText()));
        return joined.toString();
    }

    private Stack get(ResourceState current) {
        return engine.tools()
                .tables()
                .stacks()
                .find(outer.id().region(), current.physicalId())
                .orElseThrow(() -> new ResourceFailure("Stack [" + current.physicalId() + "] does not exist"));
    }

    private ResourceState state(Stack stack, StackStatus wanted) {
        Map<String, JsonNode> outputs = new LinkedHashMap<>();
        for (StackOutput output : stack.outputs()) {
            outputs.put("Outputs." + output.name(), TextNode.valueOf(output.value()));
        }
        ResourceState state = ResourceState.of(stack.id().arn(), outputs);
        if (stack.status() != wanted) {
            String reason = "Embedded stack " + stack.id().arn() + " was not successfully "
                    + wanted.name().replace("_COMPLETE", "D").toLowerCase(java.util.Locale.ROOT) + ": "
                    + why(stack);
            throw new ResourceFailure(reason, state);
        }
        return state;
    }
}
