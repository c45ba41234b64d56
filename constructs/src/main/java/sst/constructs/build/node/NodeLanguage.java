package sst.constructs.build.node;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sst.constructs.build.artifact.Language;
import sst.constructs.build.artifact.Recipe;
import sst.constructs.build.request.BuildListener;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.build.request.HandlerName;
import sst.constructs.build.request.Workshop;

/** JavaScript and TypeScript. */
public final class NodeLanguage implements Language {
    private static final List<String> EXTENSIONS =
            List.of(".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs");

    private final Path project;
    private final Esbuild esbuild;
    private final NodePackages packages;

    public NodeLanguage(Workshop workshop, BuildListener listener) {
        this.project = workshop.project().toAbsolutePath().normalize();
        this.esbuild = new Esbuild(workshop.cache());
        this.packages = new NodePackages(project, listener);
    }

    @Override
    public Optional<Recipe> recipe(BuildRequest request) {
        if (!request.target().allows("nodejs")) {
            return Optional.empty();
        }
        return HandlerName.of(request.handler())
                .find(project, EXTENSIONS)
                .map(entry -> new NodeRecipe(new NodeRecipe.Bench(project, esbuild, packages), entry, request));
    }
}
