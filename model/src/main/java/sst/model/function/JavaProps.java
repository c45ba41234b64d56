package sst.model.function;

import org.jspecify.annotations.Nullable;
import sst.model.schema.Nested;
import sst.model.schema.Prop;

/** How a JVM function is built. */
@Nested("How a JVM function is built by Gradle or Maven.")
public record JavaProps(
        @Nullable @Prop(value = "The Gradle task that builds it.", defaultsTo = "build") String buildTask,
        @Nullable @Prop(value = "Gradle's output folder below build/.", defaultsTo = "distributions")
                String buildOutputDir) {}
