package sst.model.cron;

import sst.model.construct.ConstructScope;
import sst.model.event.EventHandle;
import sst.model.function.ChildFunction;

/** The handle of a schedule. */
public final class Cron extends EventHandle<CronProps, Cron> {
    public Cron(ConstructScope scope, CronBlock block) {
        super(scope, block);
    }

    @Override
    protected Cron self() {
        return this;
    }

    /** The function that runs. */
    public ChildFunction getJobFunction() {
        return child("job");
    }
}
