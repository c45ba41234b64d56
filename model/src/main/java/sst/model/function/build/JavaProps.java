package sst.model.function.build;

import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** How a JVM function is built. */
@Nested("How a JVM function is built by Gradle or Maven.")
public record JavaProps(
        @Nullable
                @Prop(
                        value = "The Gradle task, or Maven goal, that makes the package; left out, its jars are taken.",
                        example = "'buildZip'")
                String buildTask,
        @Nullable
                @Prop(
                        value = "Where the task leaves the package, a zip or jar, below build/ or target/.",
                        example = "'distributions'")
                String buildOutputDir,
        @Nullable
                @Prop(
                        value = "Lambda's runtime for a package that brings its own, such as a native image.",
                        example = "'provided.al2023'")
                ProvidedRuntime experimentalUseProvidedRuntime) {
    /** Systems on which Lambda runs a program as it is. */
    public enum ProvidedRuntime {
        PROVIDED("provided"),
        AL2("provided.al2"),
        AL2023("provided.al2023");

        private final String text;

        ProvidedRuntime(String text) {
            this.text = text;
        }

        /** Lambda's name of it. */
        @Override
        public String toString() {
            return text;
        }
    }
}
