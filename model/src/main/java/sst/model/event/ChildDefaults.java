package sst.model.event;

import org.jspecify.annotations.Nullable;
import sst.model.function.FunctionProps;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** What every function of a construct starts from. */
@Nested("What every function of the construct starts from.")
public record ChildDefaults(
        @Nullable @Prop(value = "Props of every function the construct makes.", partial = true)
                FunctionProps function) {}
