package sst.constructs.build.node;

import java.nio.file.Path;
import java.util.Optional;
import sst.constructs.build.artifact.Language;
import sst.constructs.build.artifact.Recipe;
import sst.constructs.build.request.BuildListener;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.build.request.Workshop;

/** The function that runs migrations: ours, with the user's migrations packed beside it. */
public final class MigratorLanguage implements Language {
    /** The handler that stands for it; the path is the folder of migrations. */
    public static final String HANDLER = "sst:migrator";

    private final NodeRecipe.Bench bench;

    public MigratorLanguage(Workshop workshop, BuildListener listener) {
        Path project = workshop.project().toAbsolutePath().normalize();
        this.bench = new NodeRecipe.Bench(project, new Esbuild(workshop.cache()), new NodePackages(project, listener));
    }

    @Override
    public Optional<Recipe> recipe(BuildRequest request) {
        return request.handler().equals(HANDLER)
                ? Optional.of(new MigratorRecipe(bench, request.path()))
                : Optional.empty();
    }
}
