package sst.model.appsync;

import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** How a request or an answer is translated, in Velocity's language. */
@Nested("How a request or an answer is translated, in Velocity's language.")
public record MappingTemplate(
        @Nullable @Prop(value = "The file of the template.", example = "'src/request.vtl'") String file,
        @Nullable @Prop("The template itself.") String inline) {}
