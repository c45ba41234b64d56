package sst.model.rds;

import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** How far a cluster grows and shrinks. */
@Nested("How far a cluster grows and shrinks.")
public record RdsScaling(
        @Nullable
                @Prop(
                        value = "When an idle cluster is paused; false: never, a number: after so many minutes.",
                        defaultsTo = "5 minutes",
                        example = "'10 minutes'")
                AutoPause autoPause,
        @Nullable @Prop(value = "The least capacity units.", defaultsTo = "2", example = "2") Capacity minCapacity,
        @Nullable @Prop(value = "The most capacity units.", defaultsTo = "16", example = "8") Capacity maxCapacity) {}
