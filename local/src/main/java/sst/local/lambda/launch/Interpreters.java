package sst.local.lambda.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import sst.local.lambda.launch.Launcher.MissingInterpreterException;

/**
 * Finds the machine's Node, Python and Java. Version managers put slow shell scripts on the PATH that also need the
 * user's home, so each interpreter is asked once where it really is.
 */
final class Interpreters {
    private final Machine machine;
    private final Map<String, Path> known = new ConcurrentHashMap<>();

    Interpreters(Machine machine) {
        this.machine = machine;
    }

    Path node() {
        return known.computeIfAbsent("node", name -> ask(List.of(name), "-p", "process.execPath"));
    }

    /** The Python of that version, such as {@code python3.12}, or else whatever {@code python3} is. */
    Path python(String runtime) {
        return known.computeIfAbsent(
                runtime, name -> ask(List.of(name, "python3"), "-c", "import sys; print(sys.executable)"));
    }

    Path java() {
        return known.computeIfAbsent("java", name -> newestJdk().resolve("bin/java"));
    }

    private Path ask(List<String> names, String... question) {
        return names.stream()
                .flatMap(name -> machine.find(name).stream())
                .flatMap(found -> real(found, question).stream())
                .findFirst()
                .orElseThrow(() -> new MissingInterpreterException(
                        String.join(" or ", names) + " was not found on the PATH of the local cloud"));
    }

    /** Where an interpreter really is; empty when it is only a version manager's promise. */
    private Optional<Path> real(Path found, String... question) {
        List<String> command = new ArrayList<>(List.of(found.toString()));
        command.addAll(List.of(question));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(machine.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 && !answer.isEmpty() ? Optional.of(Path.of(answer)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Path newestJdk() {
        List<Path> homes = new ArrayList<>(List.of(machine.javaHome()));
        Optional.ofNullable(machine.environment().get("JAVA_HOME"))
                .map(Path::of)
                .ifPresent(homes::add);
        homes.addAll(children(Path.of("/usr/lib/jvm")));
        Optional.ofNullable(machine.environment().get("HOME"))
                .ifPresent(home -> homes.addAll(children(Path.of(home, ".sdkman/candidates/java"))));
        children(Path.of("/Library/Java/JavaVirtualMachines")).forEach(jdk -> homes.add(jdk.resolve("Contents/Home")));
        return homes.stream()
                .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                .max(Comparator.comparingInt(Interpreters::feature))
                .orElse(machine.javaHome());
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The feature number that a JDK's release file tells, such as 21; 0 when it tells none. */
    private static int feature(Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION=\""))
                    .map(line -> line.substring(14).split("[.\"+-]")[0])
                    .filter(text -> text.matches("\\d+"))
                    .map(Integer::valueOf)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
