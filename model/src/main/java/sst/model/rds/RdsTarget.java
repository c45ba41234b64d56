package sst.model.rds;

import sst.model.event.HandleType;
import sst.model.ref.ConstructId;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;

/**
 * A database that another construct uses.
 *
 * @param id which one
 */
@Coerced(accepts = Rds.class)
public record RdsTarget(ConstructId id) {
    /** A database's handle. */
    public static PropType<RdsTarget> type() {
        return new HandleType<>(Rds.class, RdsTarget.class, RdsTarget::new);
    }
}
