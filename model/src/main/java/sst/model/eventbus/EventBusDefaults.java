package sst.model.eventbus;

import org.jspecify.annotations.Nullable;
import sst.model.event.ChildDefaults;
import sst.model.function.FunctionProps;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** What every target of a bus starts from. */
@Nested("What every target of the bus starts from.")
public record EventBusDefaults(
        @Nullable @Prop(value = "Props of every function the bus makes.", partial = true) FunctionProps function,
        @Nullable @Prop(value = "How often a failed call of a function is made again.", example = "5")
                Integer retries) {
    /** The part that all constructs with functions have. */
    public ChildDefaults children() {
        return new ChildDefaults(function);
    }
}
