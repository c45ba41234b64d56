package sst.constructs.build.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import sst.constructs.host.Command;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;

/** Builds a Maven project, by its wrapper if it has one. A shaded jar is taken alone, another with its dependencies. */
final class Maven implements BuildTool {
    private static final String COPY_DEPENDENCIES =
            "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";
    private static final List<String> NOT_THE_JAR = List.of("-sources.jar", "-javadoc.jar", "-tests.jar");
    private static final List<String> WITH_ALL = List.of("-jar-with-dependencies.jar", "-all.jar", "-shaded.jar");

    private final Path folder;
    private final Map<String, String> properties;

    Maven(Path folder, Map<String, String> properties) {
        this.folder = folder;
        this.properties = new TreeMap<>(properties);
    }

    @Override
    public void jars(Path target) {
        run(List.of("package", COPY_DEPENDENCIES, "-DincludeScope=runtime", "-DoutputDirectory=" + target));
        take(target);
    }

    @Override
    public void run(String task) {
        run(List.of(task.isEmpty() ? "package" : task));
    }

    @Override
    public Path outputs(String name) {
        return folder.resolve("target").resolve(name);
    }

    private void run(List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(program(), "-q", "-B", "-ntp", "-DskipTests"));
        properties.forEach((name, value) -> line.add("-D" + name + "=" + value));
        line.addAll(arguments);
        Command.Output output = Command.in(folder, line).run();
        if (!output.isSuccess()) {
            throw MavenErrors.in(folder, output.text());
        }
    }

    @Override
    public List<Path> ownJars(Path target) {
        return List.of(target.resolve(jar().getFileName().toString()));
    }

    @Override
    public List<Path> filesAbove() {
        List<Path> poms = new ArrayList<>();
        for (Path each = folder.getParent(); each != null; each = each.getParent()) {
            Path pom = each.resolve("pom.xml");
            if (!Files.exists(pom)) {
                break;
            }
            poms.add(pom);
        }
        return poms;
    }

    private String program() {
        Path wrapper = folder.resolve("mvnw");
        return Files.isExecutable(wrapper) ? wrapper.toString() : "mvn";
    }

    private void take(Path target) {
        Path jar = jar();
        try {
            if (isWhole(jar)) {
                for (Path each : jarsIn(target)) {
                    Files.delete(each);
                }
            }
            Files.createDirectories(target);
            Files.copy(jar, target.resolve(jar.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + jar, e);
        }
    }

    /** Whether the jar holds its dependencies: the shade plugin leaves the plain one beside it as {@code original-…}. */
    private static boolean isWhole(Path jar) {
        String name = String.valueOf(jar.getFileName());
        return WITH_ALL.stream().anyMatch(name::endsWith) || Files.exists(jar.resolveSibling("original-" + name));
    }

    private Path jar() {
        return jarsIn(folder.resolve("target")).stream()
                .filter(Maven::isTheJar)
                .min(Comparator.comparing((Path jar) -> !isWhole(jar)).thenComparing(Comparator.naturalOrder()))
                .orElseThrow(() -> Errors.of(Code.BUILD_FAILED, "Maven made no jar in " + folder.resolve("target"))
                        .hint("the project's packaging must be jar")
                        .asError());
    }

    private static boolean isTheJar(Path jar) {
        String name = String.valueOf(jar.getFileName());
        return !name.startsWith("original-") && NOT_THE_JAR.stream().noneMatch(name::endsWith);
    }

    private static List<Path> jarsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.toString().endsWith(".jar")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
