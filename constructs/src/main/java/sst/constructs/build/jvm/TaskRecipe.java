package sst.constructs.build.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import sst.constructs.build.artifact.Inputs;
import sst.constructs.build.artifact.Made;
import sst.constructs.build.artifact.Recipe;
import sst.constructs.build.request.BuildOptions.JvmTask;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.host.Errors;
import sst.constructs.host.Zip;
import sst.model.diagnostic.Code;

/** A Maven or Gradle project whose own task makes the package: a zip that is taken as it is, or a jar. */
final class TaskRecipe implements Recipe {
    private final Path folder;
    private final BuildTool tool;
    private final BuildRequest request;

    TaskRecipe(Path folder, BuildTool tool, BuildRequest request) {
        this.folder = folder;
        this.tool = tool;
        this.request = request;
    }

    @Override
    public String key() {
        return String.join(
                "\n", "jvm-task-1", request.path(), request.options().jvm().toString());
    }

    @Override
    public Made make(Path target) {
        JvmTask task = request.options().jvm();
        tool.run(task.task());
        Path made = made(tool.outputs(task.folder()));
        if (made.toString().endsWith(".zip")) {
            Zip.unpack(made, target);
        } else {
            copy(made, target.resolve("lib"));
        }
        return new Made(Inputs.tree(folder, tool.filesAbove()), List.of());
    }

    private Path made(Path outputs) {
        if (Files.isDirectory(outputs)) {
            try (Stream<Path> entries = Files.list(outputs)) {
                return entries.filter(each -> each.toString().matches(".*\\.(zip|jar)"))
                        .min(Comparator.comparing(
                                        (Path each) -> !each.toString().endsWith(".zip"))
                                .thenComparing(Comparator.naturalOrder()))
                        .orElseThrow(() -> nothing(outputs));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot list " + outputs, e);
            }
        }
        throw nothing(outputs);
    }

    private static RuntimeException nothing(Path outputs) {
        return Errors.of(Code.BUILD_FAILED, "the build left no zip or jar in " + outputs)
                .hint("name the folder with java { buildOutputDir '…' }")
                .asError();
    }

    private static void copy(Path jar, Path libraries) {
        try {
            Files.createDirectories(libraries);
            Files.copy(jar, libraries.resolve(String.valueOf(jar.getFileName())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + jar, e);
        }
    }

    @Override
    public String handler() {
        return request.handler();
    }

    @Override
    public String runtime() {
        String provided = request.options().jvm().runtime();
        return provided.isEmpty() ? JvmRuntime.of(request.target()) : provided;
    }
}
