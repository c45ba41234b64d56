package sst.model.site;

import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** A text that is replaced in a site's files when it is deployed. */
@Nested("A text that is replaced in a site's files when it is deployed.")
public record ReplaceValue(
        @Prop(value = "Which files.", example = "'**/*.js'", required = true) String files,
        @Prop(value = "The text.", example = "'{{ API_URL }}'", required = true) String search,
        @Prop(value = "What stands there instead.", example = "'https://api.example.com'", required = true)
                String replace) {}
