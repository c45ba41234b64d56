package sst.runner.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Looks at what sst needs on this machine. */
public final class Doctor {
    private static final int OLDEST_JAVA = 17;
    private static final int OLDEST_NODE = 20;
    private static final long LEAST_SPACE = 500L * 1024 * 1024;

    private final Path project;
    private final Path lib;

    /** @param lib where sst's own jars lie */
    public Doctor(Path project, Path lib) {
        this.project = project;
        this.lib = lib;
    }

    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        int java = Runtime.version().feature();
        findings.add(new Finding(
                "Java", java >= OLDEST_JAVA, true, Runtime.version().toString(), "install JDK 17 or newer"));
        findings.add(node());
        findings.add(tool(
                "Maven", List.of("mvn", "-Dstyle.color=never", "-v"), "needed for JVM functions only: install Maven"));
        findings.add(
                tool("Python", List.of("python3", "--version"), "needed for Python functions only: install Python 3"));
        findings.add(localCloud());
        findings.add(space());
        return findings;
    }

    private static Finding node() {
        Optional<String> version = firstLine(List.of("node", "--version"));
        String hint = "install Node " + OLDEST_NODE + " or newer";
        if (version.isEmpty()) {
            return new Finding("Node", false, true, "not found", hint);
        }
        String digits = version.get().replaceFirst("^v", "").replaceFirst("\\..*$", "");
        boolean good = digits.matches("\\d{1,4}") && Integer.parseInt(digits) >= OLDEST_NODE;
        return new Finding("Node", good, true, version.get(), hint);
    }

    private static Finding tool(String name, List<String> command, String hint) {
        Optional<String> version = firstLine(command);
        return new Finding(name, version.isPresent(), false, version.orElse("not found"), hint);
    }

    private Finding localCloud() {
        boolean there = false;
        if (Files.isDirectory(lib)) {
            try (Stream<Path> jars = Files.list(lib)) {
                there = jars.anyMatch(jar -> jar.getFileName().toString().startsWith("sst-local-"));
            } catch (IOException e) {
                there = false;
            }
        }
        return new Finding(
                "local cloud",
                there,
                false,
                there ? lib.toString() : "no sst-local jar in " + lib,
                "start sst by its launcher");
    }

    private Finding space() {
        try {
            long free = Files.getFileStore(project).getUsableSpace();
            boolean good = free > LEAST_SPACE;
            return new Finding("disk", good, true, free / (1024 * 1024) + " MB free", good ? "" : "free some space");
        } catch (IOException e) {
            return new Finding("disk", false, false, e.toString(), "check the project's folder");
        }
    }

    /** Without colours, which some packagings of Maven set back even where none are. */
    private static String plain(String line) {
        return line.replaceAll("\u001B\\[[0-9;]*m", "");
    }

    private static Optional<String> firstLine(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
            return ended ? text.lines().map(Doctor::plain).findFirst() : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
