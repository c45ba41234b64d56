package sst.local.cfn.engine.tool;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.StackStatus;
import sst.local.cfn.stack.resource.Instance;
import sst.local.cfn.stack.resource.ResourceStatus;
import sst.local.cfn.stack.resource.StackEvent;
import sst.local.cfn.stack.resource.StackResource;

/** Keeps each new state of a stack or resource together with the event that tells of it. */
public final class Journal {
    private static final String STACK = "AWS::CloudFormation::Stack";
    private final Tools tools;

    /** A journal in these tables. */
    public Journal(Tools tools) {
        this.tools = tools;
    }

    /** Moves a stack on; its event is there before its status, so that who sees the status finds all events. */
    public Stack move(Stack stack, StackStatus next, String why) {
        String reason = stack.hidden().hide(why);
        StackEvent.Subject subject =
                new StackEvent.Subject(stack.id().name(), stack.id().arn(), STACK, "");
        String id = tools.ids().get().toString();
        StackEvent event = new StackEvent(
                id, subject, next.name(), reason, tools.now(), stack.run().token());
        return tools.host().store().atomically(() -> {
            tell(stack, event);
            return tools.tables().stacks().update(stack.id(), now -> now.with(next, reason));
        });
    }

    /** Keeps a resource in a new state, and tells of it. */
    public StackResource move(Stack stack, StackResource resource, ResourceStatus status, String why) {
        String reason = stack.hidden().hide(why);
        StackResource moved = resource.with(new StackResource.State(status, reason, tools.now()));
        return tools.host().store().atomically(() -> {
            tools.tables().resources().put(stack.id(), moved);
            tell(stack, resource.logicalId(), resource.type(), new Told(resource.current(), status, reason));
            return moved;
        });
    }

    /** Does what a provider does and keeps what tells of it: a kill leaves both or neither, unless the provider waits. */
    public <T> T together(ResourceProvider provider, Supplier<T> step) {
        return provider.waits() ? step.get() : tools.host().store().atomically(step);
    }

    /** Keeps a resource without telling. */
    public void keep(Stack stack, StackResource resource) {
        tools.tables().resources().put(stack.id(), resource);
    }

    /**
     * What an event says.
     *
     * @param instance what it is about; null when nothing exists yet
     * @param status of the resource
     * @param reason empty when there is nothing to say
     */
    public record Told(@Nullable Instance instance, ResourceStatus status, String reason) {}

    /** Tells of a resource whose kept state stays as it is. */
    public void tell(Stack stack, String logicalId, String type, Told told) {
        Instance instance = told.instance();
        StackEvent.Subject subject = new StackEvent.Subject(
                logicalId,
                instance == null ? "" : instance.physicalId(),
                type,
                instance == null
                        ? ""
                        : stack.hidden().hide(instance.properties()).toString());
        String id = logicalId + "-" + told.status() + "-" + tools.ids().get();
        tell(
                stack,
                new StackEvent(
                        id,
                        subject,
                        told.status().name(),
                        stack.hidden().hide(told.reason()),
                        tools.now(),
                        stack.run().token()));
    }

    private void tell(Stack stack, StackEvent event) {
        tools.tables().events().add(stack.id(), event);
    }
}
