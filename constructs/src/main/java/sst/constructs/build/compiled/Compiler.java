package sst.constructs.build.compiled;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import sst.constructs.build.request.BuildRequest;

/** The tool of one language: which files it wants, and how it is called. */
interface Compiler {
    /** The language, as messages name it. */
    String language();

    /** Whether the function is of this language: by its runtime, or by its handler's ending when none is asked for. */
    boolean isFor(BuildRequest request);

    /** Patterns of the file that marks the root of a project, such as {@code go.mod}. */
    List<String> markers();

    /** The path of the handler's source, relative to the app. */
    default String source(BuildRequest request) {
        return request.handler();
    }

    /** The command that fills the target, run in the project's root. */
    List<String> line(BuildRequest request, Place place);

    /** What the command needs in its environment. */
    default Map<String, String> environment(BuildRequest request) {
        return Map.of();
    }

    /** What is left to do once the command has run. */
    default void settle(BuildRequest request, Path target) {}

    /** Lambda's {@code Handler}. */
    default String handler(BuildRequest request) {
        return "bootstrap";
    }

    /** Lambda's {@code Runtime}. */
    default String runtime(BuildRequest request) {
        return "provided.al2023";
    }

    /** What to do when the tool is not there. */
    String install();

    /**
     * Where a compiler works.
     *
     * @param root of the project
     * @param source of the handler
     * @param target an empty folder
     */
    record Place(Path root, Path source, Path target) {}
}
