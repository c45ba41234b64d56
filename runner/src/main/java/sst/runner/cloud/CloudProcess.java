package sst.runner.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import sst.model.diagnostic.Code;
import sst.runner.failure.Problems;

/** Starts the JVM of the local cloud so that it outlives this one. */
record CloudProcess(Path folder, Path lib, Map<String, String> env) {
    /** In a terminal Ctrl-C goes to every process of the group; the cloud was started to stay. Its files are its owner's. */
    private static final String DETACH = "trap '' INT HUP; umask 077; exec \"$@\"";

    Process start(int port) {
        List<String> command = new ArrayList<>();
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win")) {
            command.addAll(List.of("/bin/sh", "-c", DETACH, "sh"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xlog:disable"));
        // A small young generation keeps it near 160 MB under load; by itself it would grow with the machine.
        command.addAll(List.of("-Xms16m", "-Xmn12m", "-Xmx1g"));
        command.addAll(List.of("-cp", jar().toString(), "sst.local.Main"));
        command.addAll(List.of("--dir", folder.toString(), "--port", Integer.toString(port)));
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(startLog().toFile()))
                    .redirectErrorStream(true);
            // The cloud and its functions must never see the user's AWS settings.
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
            return builder.start();
        } catch (IOException e) {
            throw Problems.cloud(
                    Problems.of(Code.LOCAL_CLOUD, "the local cloud cannot be started: " + e.getMessage()), e);
        }
    }

    Path startLog() {
        return folder.resolve("start.log");
    }

    private static java.io.File nothing() {
        return new java.io.File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private Path jar() {
        try (Stream<Path> jars = Files.list(lib)) {
            return jars.filter(jar -> jar.getFileName().toString().matches("sst-local-[0-9].*\\.jar"))
                    .sorted()
                    .reduce((first, second) -> second)
                    .orElseThrow(() -> missing(lib));
        } catch (IOException e) {
            throw missing(lib);
        }
    }

    private static RuntimeException missing(Path lib) {
        return Problems.cloud(Problems.of(Code.LOCAL_CLOUD, "no sst-local jar in '" + lib + "'")
                .hint("start sst by its launcher, which knows where its jars are"));
    }
}
