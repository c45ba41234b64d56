package sst.constructs.build.request;

import java.util.List;

/**
 * The settings of each language; a function uses those of its own.
 *
 * @param node for JavaScript and TypeScript
 * @param pythonCommands run in the package in place of pip; may be empty
 * @param jvm for Java and Groovy
 */
public record BuildOptions(NodeOptions node, List<String> pythonCommands, JvmTask jvm) {
    public BuildOptions {
        pythonCommands = List.copyOf(pythonCommands);
    }

    /**
     * A task of the user's own that makes the package of a Maven or Gradle project.
     *
     * @param task its name; empty for the tool's usual one
     * @param folder where it leaves a zip or jar, below the tool's output folder; empty for the usual one
     * @param runtime Lambda's runtime when the package brings its own program; empty for Java's
     */
    public record JvmTask(String task, String folder, String runtime) {
        /** Nothing named. */
        public static final JvmTask USUAL = new JvmTask("", "", "");

        /** Whether the user named anything. */
        public boolean isGiven() {
            return !equals(USUAL);
        }
    }

    /** SST v2's defaults. */
    public static BuildOptions defaults() {
        return of(NodeOptions.defaults());
    }

    /** Defaults for all languages but Node. */
    public static BuildOptions of(NodeOptions node) {
        return new BuildOptions(node, List.of(), JvmTask.USUAL);
    }
}
