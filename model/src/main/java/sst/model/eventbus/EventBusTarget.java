package sst.model.eventbus;

import sst.model.event.HandleType;
import sst.model.ref.ConstructId;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;

/**
 * A bus that another construct sends to.
 *
 * @param id which one
 */
@Coerced(accepts = EventBus.class)
public record EventBusTarget(ConstructId id) {
    /** Its handle. */
    public static PropType<EventBusTarget> type() {
        return new HandleType<>(EventBus.class, EventBusTarget.class, EventBusTarget::new);
    }
}
