package sst.model.bucket;

import sst.model.event.HandleType;
import sst.model.ref.ConstructId;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;

/**
 * A bucket that another construct reads from.
 *
 * @param id which one
 */
@Coerced(accepts = Bucket.class)
public record BucketTarget(ConstructId id) {
    /** A bucket's handle. */
    public static PropType<BucketTarget> type() {
        return new HandleType<>(Bucket.class, BucketTarget.class, BucketTarget::new);
    }
}
