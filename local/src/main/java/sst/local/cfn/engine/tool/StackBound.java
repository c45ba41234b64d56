package sst.local.cfn.engine.tool;

import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.stack.Stack;

/** A provider that must know the whole stack, not only its name, and the type as the template writes it. */
public interface StackBound extends ResourceProvider {
    /** The provider for resources of one stack. */
    ResourceProvider within(Stack stack, String type);
}
