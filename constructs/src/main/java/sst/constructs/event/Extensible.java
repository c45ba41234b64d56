package sst.constructs.event;

import sst.constructs.construct.StackSite;
import sst.model.construct.ConstructModel;

/** A construct that other stacks can add to. */
public interface Extensible {
    /**
     * Makes what was added, in the other stack.
     *
     * @param addition props with the added entries alone, under the id of the addition
     */
    void extend(ConstructModel addition, StackSite site);
}
