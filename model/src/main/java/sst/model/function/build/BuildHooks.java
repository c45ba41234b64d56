package sst.model.function.build;

import java.util.List;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** What runs around the build of a function. */
@Nested("What runs around the build of a function: shell commands, or closures.")
public record BuildHooks(
        @Prop(value = "Runs before it.", example = "'npm run generate'") List<BuildHook> beforeBuild,
        @Prop(value = "Runs after it; $OUT, or the closure's out, is the folder that is packed.", example = "'ls $OUT'")
                List<BuildHook> afterBuild) {}
