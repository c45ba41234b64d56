package sst.model.function.build;

import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** A file or folder that is packed with the code. */
@Nested("A file or folder that is packed with the code.")
public record CopyFile(
        @Prop(value = "Path in the project.", required = true, example = "'public/page.html'") String from,
        @Nullable @Prop(value = "Path beside the handler; the same as from when left out.") String to) {}
