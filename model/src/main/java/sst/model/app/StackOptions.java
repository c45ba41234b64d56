package sst.model.app;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** The options of a stack: {@code stack(name, options) { … }}. */
@Nested("The options of a stack.")
public record StackOptions(
        @Nullable @Prop(value = "The region, when it is not the app's.", example = "'us-east-1'") String region,
        @Nullable @Prop("The construct id in place of the name, to keep logical ids after a rename.") String id,
        @Nullable @Prop("What the stack is for, as CloudFormation shows it.") String description,
        @Prop("Tags beside the app's.") Map<String, String> tags,
        @Nullable @Prop(value = "Whether CloudFormation refuses to delete it.", defaultsTo = "false")
                Boolean terminationProtection,
        @Nullable @Prop("The physical name in place of stage-app-name; it must contain the stage.") String stackName) {}
