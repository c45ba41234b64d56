package sst.constructs.build.compiled;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sst.constructs.build.artifact.Language;
import sst.constructs.build.artifact.Recipe;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.build.request.Workshop;

/** Go, Rust and .NET: compiled by the tools of their languages, which have to be installed. */
public final class CompiledLanguages implements Language {
    private final Path project;
    private final List<Compiler> compilers = List.of(new GoCompiler(), new RustCompiler(), new DotnetCompiler());

    public CompiledLanguages(Workshop workshop) {
        this.project = workshop.project().toAbsolutePath().normalize();
    }

    @Override
    public Optional<Recipe> recipe(BuildRequest request) {
        return compilers.stream()
                .filter(each -> each.isFor(request))
                .filter(each -> isNamed(request))
                .findFirst()
                .map(each -> new CompiledRecipe(each, project, request));
    }

    /** Without a runtime 'src/api.go' may be the function go of a script as well; the file tells. */
    private boolean isNamed(BuildRequest request) {
        return !request.target().runtime().isEmpty() || Files.isRegularFile(project.resolve(request.handler()));
    }
}
