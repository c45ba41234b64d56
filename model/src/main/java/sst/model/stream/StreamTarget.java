package sst.model.stream;

import sst.model.event.HandleType;
import sst.model.ref.ConstructId;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;

/**
 * A stream that another construct writes to.
 *
 * @param id which one
 */
@Coerced(accepts = KinesisStream.class)
public record StreamTarget(ConstructId id) {
    /** A stream's handle. */
    public static PropType<StreamTarget> type() {
        return new HandleType<>(KinesisStream.class, StreamTarget.class, StreamTarget::new);
    }
}
