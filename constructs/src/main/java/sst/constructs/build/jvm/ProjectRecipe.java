package sst.constructs.build.jvm;

import java.nio.file.Path;
import sst.constructs.build.artifact.Artifact;
import sst.constructs.build.artifact.Inputs;
import sst.constructs.build.artifact.Made;
import sst.constructs.build.artifact.Recipe;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.build.request.ExportCheck;

/** A Maven or Gradle project as a package: its jars in {@code lib/}, shared by all handlers of the project. */
final class ProjectRecipe implements Recipe {
    private static final String SCHEME = "jvm-project-1";

    private final Path folder;
    private final BuildTool tool;
    private final BuildRequest request;

    ProjectRecipe(Path folder, BuildTool tool, BuildRequest request) {
        this.folder = folder;
        this.tool = tool;
        this.request = request;
    }

    @Override
    public String key() {
        return String.join("\n", SCHEME, request.path());
    }

    @Override
    public Made make(Path target) {
        Path libraries = target.resolve("lib");
        tool.jars(libraries);
        return new Made(Inputs.tree(folder, tool.filesAbove()), JarClasses.in(tool.ownJars(libraries)));
    }

    @Override
    public String handler() {
        return request.handler();
    }

    @Override
    public String runtime() {
        return JvmRuntime.of(request.target());
    }

    @Override
    public void check(Artifact artifact) {
        ClassHandler handler = ClassHandler.of(request.handler());
        String place = request.path().isEmpty() ? "the project" : "the project in " + request.path();
        new ExportCheck(place, artifact.exports()).require(handler.className(), handler::withClass);
    }
}
