package sst.constructs.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import sst.constructs.build.artifact.Artifact;
import sst.constructs.build.artifact.ArtifactStore;
import sst.constructs.build.artifact.Language;
import sst.constructs.build.artifact.Look;
import sst.constructs.build.artifact.PackedRecipe;
import sst.constructs.build.artifact.Recipe;
import sst.constructs.build.compiled.CompiledLanguages;
import sst.constructs.build.jvm.JvmLanguage;
import sst.constructs.build.node.MigratorLanguage;
import sst.constructs.build.node.NodeLanguage;
import sst.constructs.build.python.PythonLanguage;
import sst.constructs.build.request.BuildListener;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.build.request.Workshop;
import sst.constructs.build.site.SiteLanguage;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Aborted;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.UserError;

/**
 * Builds the functions of an app: several at once, what shares its code only once, and nothing whose inputs are as
 * they were.
 */
public final class FunctionBuilds {
    private final Workshop workshop;
    private final BuildListener listener;
    private final ArtifactStore store;
    private final List<Language> languages;

    public FunctionBuilds(Workshop workshop, BuildListener listener) {
        this.workshop = workshop;
        this.listener = listener;
        this.store = new ArtifactStore(workshop);
        this.languages = List.of(
                new MigratorLanguage(workshop, listener),
                new SiteLanguage(workshop),
                new CompiledLanguages(workshop),
                new NodeLanguage(workshop, listener),
                new PythonLanguage(workshop),
                new JvmLanguage(workshop));
    }

    /** The app's folder. */
    public Path project() {
        return workshop.project().toAbsolutePath().normalize();
    }

    /** Builds all of them; one that fails does not keep the others from being built. */
    public BuildResults build(List<BuildRequest> requests) {
        ExecutorService pool = Executors.newFixedThreadPool(workshop.parallel());
        Run run = new Run(pool, store.look(), new HashMap<>());
        try {
            Map<BuildRequest, Future<BuiltFunction>> running = new LinkedHashMap<>();
            for (BuildRequest request : requests) {
                running.put(request, start(request, run));
            }
            return collect(running);
        } finally {
            pool.shutdownNow();
            store.saveLooks();
        }
    }

    /**
     * For each function its name and the hash of what its code is made from; empty when one was never built, or has
     * changed since.
     */
    public Optional<List<String>> inputHashes(Iterable<BuildRequest> requests) {
        try {
            return inputHashes(requests, store.look());
        } finally {
            store.saveLooks();
        }
    }

    private Optional<List<String>> inputHashes(Iterable<BuildRequest> requests, Look look) {
        List<String> hashes = new ArrayList<>();
        for (BuildRequest request : requests) {
            Optional<String> hash = inputHash(request, look).filter(each -> !each.isEmpty());
            if (hash.isEmpty()) {
                return Optional.empty();
            }
            hashes.add(request.function() + " " + hash.get());
        }
        return Optional.of(hashes);
    }

    private Optional<String> inputHash(BuildRequest request, Look look) {
        try {
            return store.find(recipe(request), look).map(Artifact::inputHash);
        } catch (UserError e) {
            return Optional.empty();
        }
    }

    /** The folder of an image, which is built when the app is deployed. */
    public Path folder(String path) {
        return workshop.project().resolve(path).toAbsolutePath().normalize();
    }

    /** What the builds of one run share. */
    private record Run(ExecutorService pool, Look look, Map<String, CompletableFuture<Artifact>> artifacts) {}

    private CompletableFuture<BuiltFunction> start(BuildRequest request, Run run) {
        try {
            Recipe recipe = recipe(request);
            return run.artifacts()
                    .computeIfAbsent(
                            recipe.key(),
                            key -> CompletableFuture.supplyAsync(() -> make(request, recipe, run.look()), run.pool()))
                    .thenApply(artifact -> finish(recipe, artifact));
        } catch (UserError e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static BuiltFunction finish(Recipe recipe, Artifact artifact) {
        recipe.check(artifact);
        return new BuiltFunction(
                artifact.zip(), artifact.hash(), recipe.handler(), recipe.runtime(), artifact.inputHash());
    }

    private Artifact make(BuildRequest request, Recipe recipe, Look look) {
        Optional<Artifact> kept = store.find(recipe, look);
        if (kept.isPresent()) {
            listener.built(request.function(), true);
            return kept.get();
        }
        listener.building(request.function());
        Artifact made = store.make(recipe);
        listener.built(request.function(), false);
        return made;
    }

    private Recipe recipe(BuildRequest request) {
        for (Language language : languages) {
            Optional<Recipe> recipe = language.recipe(request);
            if (recipe.isPresent()) {
                return new PackedRecipe(recipe.get(), workshop.project(), request);
            }
        }
        throw new MissingHandler(workshop.project(), request).error();
    }

    private BuildResults collect(Map<BuildRequest, Future<BuiltFunction>> running) {
        Map<String, BuiltFunction> built = new LinkedHashMap<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        running.forEach((request, future) -> {
            try {
                built.put(request.function(), future.get());
            } catch (ExecutionException e) {
                diagnostics.addAll(explain(request, e.getCause() == null ? e : e.getCause()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Aborted("stopped while functions were built");
            }
        });
        return new BuildResults(built, diagnostics.stream().distinct().toList());
    }

    private List<Diagnostic> explain(BuildRequest request, Throwable cause) {
        if (cause instanceof UserError known) {
            return known.diagnostics().stream()
                    .map(each -> each.at(each.at().isKnown() ? shown(each.at()) : request.at()))
                    .toList();
        }
        if (cause instanceof Aborted aborted) {
            throw aborted;
        }
        return List.of(Errors.of(Code.BUILD_FAILED, "cannot build function '" + request.function() + "'")
                .detail(String.valueOf(cause))
                .at(request.at()));
    }

    /** Compilers name whole paths; the user knows them from the app's folder. */
    private SourceRef shown(SourceRef place) {
        Path project = project();
        Path file = Path.of(place.file());
        return file.startsWith(project)
                ? new SourceRef(project.relativize(file).toString(), place.line(), place.column())
                : place;
    }
}
