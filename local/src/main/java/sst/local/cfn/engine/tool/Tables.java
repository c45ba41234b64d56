package sst.local.cfn.engine.tool;

import sst.local.cfn.drift.Detections;
import sst.local.cfn.stack.Exports;
import sst.local.cfn.stack.Stacks;
import sst.local.cfn.stack.Templates;
import sst.local.cfn.stack.resource.StackEvents;
import sst.local.cfn.stack.resource.StackResources;
import sst.local.store.Store;

/** Everything that is kept of stacks. */
public record Tables(
        Stacks stacks,
        StackResources resources,
        StackEvents events,
        Templates templates,
        Exports exports,
        Detections detections) {
    /** The tables of a store. */
    public static Tables of(Store store) {
        return new Tables(
                new Stacks(store),
                new StackResources(store),
                new StackEvents(store),
                new Templates(store),
                new Exports(store),
                new Detections(store));
    }
}
