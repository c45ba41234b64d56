package sst.scripts.dependency;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;

/** Finds jars as Maven does, with its settings, mirrors and local repository. */
final class Dependencies {
    private Dependencies() {}

    /** The jars of these coordinates and of all that they need. */
    static List<Path> resolve(List<String> coordinates, SourceRef at) {
        CollectRequest wanted = new CollectRequest();
        coordinates.forEach(each -> wanted.addDependency(new Dependency(artifact(each, at), "runtime")));
        ContextOverrides settings =
                ContextOverrides.create().withUserSettings(true).build();
        try (Context maven = Runtimes.INSTANCE.getRuntime().create(settings)) {
            wanted.setRepositories(maven.remoteRepositories());
            return maven
                    .repositorySystem()
                    .resolveDependencies(maven.repositorySystemSession(), new DependencyRequest(wanted, null))
                    .getArtifactResults()
                    .stream()
                    .map(found -> found.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw wrong(at, "cannot get " + String.join(", ", coordinates))
                    .detail(String.valueOf(e.getMessage()))
                    .hint("check the coordinates, the network and Maven's settings.xml")
                    .asError();
        }
    }

    private static DefaultArtifact artifact(String coordinate, SourceRef at) {
        String[] parts = coordinate.split("@", 2);
        String[] names = parts[0].split(":", -1);
        String type = parts.length > 1 ? parts[1] : "jar";
        if (names.length == 3) {
            return new DefaultArtifact(names[0], names[1], type, names[2]);
        }
        if (names.length == 4) {
            // As JBang and Grape write it: group:artifact:version:classifier.
            return new DefaultArtifact(names[0], names[1], names[3], type, names[2]);
        }
        throw wrong(at, "'" + coordinate + "' is not a Maven coordinate")
                .hint("write group:artifact:version")
                .asError();
    }

    private static Diagnostic wrong(SourceRef at, String summary) {
        return Diagnostic.error(Code.DEPENDENCY, summary).at(at);
    }
}
