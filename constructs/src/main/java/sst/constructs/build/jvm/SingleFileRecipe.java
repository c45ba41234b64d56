package sst.constructs.build.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import sst.constructs.build.artifact.Inputs;
import sst.constructs.build.artifact.Made;
import sst.constructs.build.artifact.Recipe;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.build.request.HandlerName;
import sst.constructs.build.request.Workshop;

/** One {@code .java} or {@code .groovy} file, compiled by us with the sources beside it. */
final class SingleFileRecipe implements Recipe {
    private static final String SCHEME = "jvm-file-1";

    private final Workshop workshop;
    private final Path file;
    private final BuildRequest request;
    private final SourceFile source;

    SingleFileRecipe(Workshop workshop, Path file, BuildRequest request) {
        this.workshop = workshop;
        this.file = file;
        this.request = request;
        this.source = SourceFile.read(file);
    }

    @Override
    public String key() {
        return String.join(
                "\n",
                SCHEME,
                workshop.project().toAbsolutePath().normalize().relativize(file).toString(),
                String.valueOf(JvmRuntime.release(request.target())),
                libraries().toString());
    }

    @Override
    public Made make(Path target) {
        SourceCompiler compiler = new SourceCompiler(source, libraries(), JvmRuntime.release(request.target()));
        compiler.compile(target);
        Path folder = target.resolve("lib");
        try {
            Files.createDirectories(folder);
            for (Path jar : libraries()) {
                Files.copy(jar, folder.resolve(String.valueOf(jar.getFileName())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy libraries to " + folder, e);
        }
        return new Made(inputs(), List.of());
    }

    @Override
    public String handler() {
        String function = HandlerName.of(request.handler()).function();
        return source.className() + "::" + function;
    }

    @Override
    public String runtime() {
        return JvmRuntime.of(request.target());
    }

    private List<Path> libraries() {
        List<Path> libraries = new java.util.ArrayList<>(workshop.jvm().libraries());
        if (source.isGroovy()) {
            libraries.addAll(workshop.jvm().groovy());
        }
        return libraries;
    }

    private Inputs inputs() {
        Set<Path> sources = new java.util.TreeSet<>(source.siblings());
        return new Inputs(sources, Set.of(source.folder()), Set.of());
    }
}
