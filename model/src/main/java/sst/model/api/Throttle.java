package sst.model.api;

import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** How many requests an API takes. */
@Nested("How many requests an API takes.")
public record Throttle(
        @Nullable @Prop(value = "Requests at one moment.", example = "100") Integer burst,
        @Nullable @Prop(value = "Requests per second.", example = "50") Integer rate) {}
