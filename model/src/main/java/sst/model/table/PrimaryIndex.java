package sst.model.table;

import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** A table's own key. */
@Nested("The table's own key.")
public record PrimaryIndex(
        @Prop(value = "The field that spreads items.", required = true, example = "'noteId'") String partitionKey,
        @Nullable @Prop(value = "The field that orders items of one partition.", example = "'createdAt'")
                String sortKey) {}
