package sst.constructs.build.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import sst.constructs.host.Command;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;

/**
 * Builds a Gradle project, by its wrapper if it has one, with a task of ours that copies what runs. The task is written
 * in words that every Gradle from 4 on knows.
 */
final class Gradle implements BuildTool {
    private static final int SHOWN = 20;
    private static final String TASK = "sstLibraries";
    private static final String OWN = "own-";
    private static final String SCRIPT =
            """
            allprojects {
                plugins.withId('java') {
                    tasks.create('sstLibraries', Copy) {
                        into(System.getProperty('sst.libraries'))
                        from(tasks.getByName('jar')) { rename { 'own-' + it } }
                        from(configurations.runtimeClasspath)
                        duplicatesStrategy = DuplicatesStrategy.EXCLUDE
                    }
                }
            }
            """;

    private final Path folder;
    private final Map<String, String> properties;

    Gradle(Path folder, Map<String, String> properties) {
        this.folder = folder;
        this.properties = new TreeMap<>(properties);
    }

    @Override
    public void jars(Path target) {
        Path script = null;
        try {
            script = Files.writeString(Files.createTempFile("sst-", ".gradle"), SCRIPT);
            run(List.of("--init-script", script.toString(), "-Dsst.libraries=" + target, TASK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            remove(script);
        }
    }

    @Override
    public void run(String task) {
        run(List.of(task.isEmpty() ? "build" : task));
    }

    @Override
    public Path outputs(String name) {
        return folder.resolve("build").resolve(name.isEmpty() ? "distributions" : name);
    }

    private void run(List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(program(), "--quiet", "--console=plain"));
        properties.forEach((name, value) -> line.add("-D" + name + "=" + value));
        line.addAll(arguments);
        Command.Output output = Command.in(folder, line).run();
        if (!output.isSuccess()) {
            throw Errors.of(Code.BUILD_FAILED, "Gradle cannot build " + folder)
                    .detail(output.tail(SHOWN))
                    .asError();
        }
    }

    @Override
    public List<Path> ownJars(Path target) {
        try (Stream<Path> jars = Files.list(target)) {
            return jars.filter(jar -> String.valueOf(jar.getFileName()).startsWith(OWN))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + target, e);
        }
    }

    @Override
    public List<Path> filesAbove() {
        Path parent = folder.getParent();
        return parent == null
                ? List.of()
                : Stream.of("settings.gradle", "settings.gradle.kts", "gradle.properties")
                        .map(parent::resolve)
                        .filter(Files::exists)
                        .toList();
    }

    private String program() {
        for (Path each = folder; each != null; each = each.getParent()) {
            Path wrapper = each.resolve("gradlew");
            if (Files.isExecutable(wrapper)) {
                return wrapper.toString();
            }
        }
        return "gradle";
    }

    private static void remove(@org.jspecify.annotations.Nullable Path script) {
        try {
            if (script != null) {
                Files.deleteIfExists(script);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
