package sst.model.bucket;

import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** Which objects are told of. */
@Nested("Which objects are told of.")
public record KeyFilter(
        @Nullable @Prop(value = "What their keys begin with.", example = "'imports/'") String prefix,
        @Nullable @Prop(value = "What their keys end with.", example = "'.jpg'") String suffix) {}
