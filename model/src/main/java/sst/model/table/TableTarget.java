package sst.model.table;

import sst.model.event.HandleType;
import sst.model.ref.ConstructId;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;

/**
 * A table that another construct reads.
 *
 * @param id which one
 */
@Coerced(accepts = Table.class)
public record TableTarget(ConstructId id) {
    /** Its handle. */
    public static PropType<TableTarget> type() {
        return new HandleType<>(Table.class, TableTarget.class, TableTarget::new);
    }
}
