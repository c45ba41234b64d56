package sst.constructs.build.jvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sst.constructs.build.artifact.Language;
import sst.constructs.build.artifact.Recipe;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.build.request.HandlerName;
import sst.constructs.build.request.Workshop;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;

/** Java and Groovy: a Maven project, a Gradle project, or a single file. */
public final class JvmLanguage implements Language {
    private final Workshop workshop;
    private final Path project;

    public JvmLanguage(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project().toAbsolutePath().normalize();
    }

    @Override
    public Optional<Recipe> recipe(BuildRequest request) {
        if (!request.target().allows("java")) {
            return Optional.empty();
        }
        Optional<Path> file = HandlerName.of(request.handler()).find(project, List.of(".groovy", ".java"));
        if (file.isPresent()) {
            return Optional.of(new SingleFileRecipe(workshop, file.get(), request));
        }
        return ClassHandler.isOne(request.handler()) ? Optional.of(inProject(request)) : Optional.empty();
    }

    private Recipe inProject(BuildRequest request) {
        Path folder = project.resolve(request.path()).normalize();
        Optional<BuildTool> tool = tool(folder);
        if (tool.isEmpty()) {
            throw Errors.of(Code.MISSING_FILE, "no Maven or Gradle project for handler '" + request.handler() + "'")
                    .detail("looked for pom.xml, build.gradle and build.gradle.kts in " + folder)
                    .hint("name the project's folder with 'path'")
                    .subject(request.handler())
                    .asError();
        }
        return request.options().jvm().isGiven()
                ? new TaskRecipe(folder, tool.get(), request)
                : new ProjectRecipe(folder, tool.get(), request);
    }

    private Optional<BuildTool> tool(Path folder) {
        if (Files.exists(folder.resolve("pom.xml"))) {
            return Optional.of(new Maven(folder, workshop.jvm().properties()));
        }
        boolean isGradle =
                Files.exists(folder.resolve("build.gradle")) || Files.exists(folder.resolve("build.gradle.kts"));
        return isGradle ? Optional.of(new Gradle(folder, workshop.jvm().properties())) : Optional.empty();
    }
}
