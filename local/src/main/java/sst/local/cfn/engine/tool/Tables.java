package sst.local.cfn.engine.tool;

import sst.local.cfn.drift.Detections;
import sst.local.cfn.stack.Exports;
import sst.local.cfn.stack.SealedRecords;
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
    /** The tables of a store, kept by these records. */
    public static Tables of(Store store, SealedRecords records) {
        return new Tables(
                new Stacks(store, records),
                new StackResources(store, records),
                new StackEvents(store, records),
                new Templates(store, records),
                new Exports(store, records),
                new Detections(store, records));
    }
}
