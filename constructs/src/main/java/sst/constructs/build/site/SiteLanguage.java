package sst.constructs.build.site;

import java.nio.file.Path;
import java.util.Optional;
import sst.constructs.build.artifact.Language;
import sst.constructs.build.artifact.Recipe;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.build.request.Workshop;

/** The function that uploads a site, with the built site in its package. */
public final class SiteLanguage implements Language {
    private final Path project;

    public SiteLanguage(Workshop workshop) {
        this.project = workshop.project().toAbsolutePath().normalize();
    }

    @Override
    public Optional<Recipe> recipe(BuildRequest request) {
        return SiteOrder.of(request.handler()).map(order -> new SiteRecipe(project, request.path(), order));
    }
}
