package sst.local.cfn.custom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import sst.local.cfn.engine.tool.Providers;
import sst.local.cfn.engine.tool.StackBound;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.cfn.stack.Stack;
import sst.local.port.FunctionInvoker;

/** {@code Custom::*} and {@code AWS::CloudFormation::CustomResource}; bound to a stack before use. */
public final class CustomResources implements StackBound {
    private final FunctionInvoker functions;
    private final ResponseInbox inbox;

    /** Custom resources that these functions make. */
    public CustomResources(FunctionInvoker functions, ResponseInbox inbox) {
        this.functions = functions;
        this.inbox = inbox;
    }

    @Override
    public String type() {
        return Providers.CUSTOM;
    }

    @Override
    public ResourceProvider within(Stack stack, String type) {
        return new CustomResource(new FunctionCall(functions, inbox), stack.id(), type);
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
        return new ResourceFailure("a custom resource is made within a stack");
    }
}
