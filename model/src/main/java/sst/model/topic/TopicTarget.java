package sst.model.topic;

import sst.model.event.HandleType;
import sst.model.ref.ConstructId;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;

/**
 * A topic that another construct sends to.
 *
 * @param id which one
 */
@Coerced(accepts = Topic.class)
public record TopicTarget(ConstructId id) {
    /** A topic's handle. */
    public static PropType<TopicTarget> type() {
        return new HandleType<>(Topic.class, TopicTarget.class, TopicTarget::new);
    }
}
