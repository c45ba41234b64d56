package sst.model.app;

import org.jspecify.annotations.Nullable;
import sst.model.function.FunctionProps;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** What every function of an app or stack starts from. */
@Nested("What every function of an app or stack starts from.")
public record Defaults(@Nullable @Prop(value = "Props of every function.", partial = true) FunctionProps function) {}
