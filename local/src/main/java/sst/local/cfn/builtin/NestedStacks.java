package sst.local.cfn.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import sst.local.cfn.engine.Engine;
import sst.local.cfn.engine.Launch;
import sst.local.cfn.engine.tool.StackBound;
import sst.local.cfn.request.Preparation;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.cfn.stack.Stack;

/** {@code AWS::CloudFormation::Stack}: stacks inside stacks; bound to the outer stack before use. */
public final class NestedStacks implements StackBound {
    private final Engine engine;
    private final Preparation preparation;

    /** Nested stacks that this engine makes. */
    public NestedStacks(Engine engine, Preparation preparation) {
        this.engine = engine;
        this.preparation = preparation;
    }

    @Override
    public String type() {
        return "AWS::CloudFormation::Stack";
    }

    @Override
    public ResourceProvider within(Stack stack, String type) {
        return new NestedStack(engine, new Launch(engine), preparation, stack);
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        throw unbound();
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        throw unbound();
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        throw unbound();
    }

    private static ResourceFailure unbound() {
        return new ResourceFailure("a nested stack is made within a stack");
    }
}
