package sst.model.queue;

import sst.model.event.HandleType;
import sst.model.ref.ConstructId;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;

/**
 * A queue that another construct sends to.
 *
 * @param id which one
 */
@Coerced(accepts = Queue.class)
public record QueueTarget(ConstructId id) {
    /** A queue's handle. */
    public static PropType<QueueTarget> type() {
        return new HandleType<>(Queue.class, QueueTarget.class, QueueTarget::new);
    }
}
