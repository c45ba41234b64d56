package sst.local.lambda.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sst.local.lambda.launch.Launcher.MissingInterpreterException;

/** The command line of a worker. */
final class WorkerCommand {
    /**
     * Ends the worker when the local cloud ends, even by kill -9 and even while a handler blocks: a subshell waits for
     * the end of the pipe from the cloud, then kills the worker, whose process id the shell gives up by exec.
     */
    private static final String WATCHED =
            "exec 3<&0; (read -r _ <&3; kill -KILL $$) >/dev/null 2>&1 & exec \"$@\" </dev/null 3<&-";

    private final Interpreters interpreters;
    private final Bootstraps bootstraps;

    WorkerCommand(Interpreters interpreters, Bootstraps bootstraps) {
        this.interpreters = interpreters;
        this.bootstraps = bootstraps;
    }

    List<String> of(FunctionSpec spec, Path temp) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", WATCHED, "worker"));
        command.addAll(program(spec, temp));
        return command;
    }

    private List<String> program(FunctionSpec spec, Path temp) {
        RuntimeFamily family = RuntimeFamily.of(spec.runtime())
                .orElseThrow(() -> new MissingInterpreterException("runtime " + spec.runtime()));
        return switch (family) {
            case NODE ->
                List.of(
                        interpreters.node().toString(),
                        "--max-old-space-size=" + Math.max(64, spec.memory() * 9 / 10),
                        bootstraps.node().toString());
            case PYTHON ->
                List.of(
                        interpreters.python(spec.runtime()).toString(),
                        bootstraps.python().toString());
            case JAVA ->
                List.of(
                        interpreters.java().toString(),
                        "-Xmx" + Math.max(64, spec.memory() * 4 / 5) + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Djava.io.tmpdir=" + temp,
                        "-cp",
                        Bootstraps.javaClassPath(),
                        "sst.local.lambda.jvm.JavaRuntime");
            case PROVIDED -> List.of(bootstrap(spec).toString());
        };
    }

    private static Path bootstrap(FunctionSpec spec) {
        Path file = spec.code().resolve("bootstrap");
        if (!Files.isExecutable(file)) {
            throw new MissingInterpreterException("Couldn't find valid bootstrap(s): [/var/task/bootstrap]");
        }
        return file;
    }
}
