package sst.constructs.build.jvm;

import java.nio.file.Path;
import java.util.List;

/** A tool that makes jars from a project. */
interface BuildTool {
    /** Fills a folder with the project's jar and the jars it needs at run time. */
    void jars(Path target);

    /** The project's own jars among them; handlers are looked for in these. */
    List<Path> ownJars(Path target);

    /**
     * Runs a task of the project itself.
     *
     * @param task empty for the tool's usual one
     */
    void run(String task);

    /** Where tasks leave what they make; {@code folder} is below the tool's output folder, empty for the usual one. */
    Path outputs(String folder);

    /** Files outside the project's folder that its build reads. */
    List<Path> filesAbove();
}
