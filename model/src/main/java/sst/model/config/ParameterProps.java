package sst.model.config;

import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;

/** A plain configuration value of a stage (SST v2: {@code Config.Parameter}). */
@Construct(
        value = "parameter",
        doc = "A plain configuration value, read in handlers by name.",
        handle = Parameter.class)
public record ParameterProps(
        @Nullable @Prop(value = "The value; references are allowed.", required = true, example = "'1.2.0'")
                String value) {}
