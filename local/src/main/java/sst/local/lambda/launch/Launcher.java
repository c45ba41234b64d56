package sst.local.lambda.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts the process of a worker: interpreter, bootstrap, environment, folder. */
public final class Launcher {
    private final WorkerCommand command;
    private final WorkerEnvironment environment;

    /**
     * A launcher for one local cloud.
     *
     * @param folder where bootstraps are written
     * @param endpoint the address that functions use as AWS's
     */
    public Launcher(Machine machine, Path folder, String endpoint) {
        this.command = new WorkerCommand(new Interpreters(machine), new Bootstraps(folder));
        this.environment = new WorkerEnvironment(machine, endpoint);
    }

    /**
     * Where a new process finds what is its own.
     *
     * @param temp its temporary folder
     * @param runtimeApi host and port of its Runtime API
     * @param logStream the name of its log stream
     */
    public record Surroundings(Path temp, String runtimeApi, String logStream) {}

    /**
     * Starts a process with output and errors in one stream.
     *
     * @throws MissingInterpreterException when the machine cannot run this runtime
     */
    public Process start(FunctionSpec spec, Surroundings own) {
        ProcessBuilder builder = new ProcessBuilder(command.of(spec, own.temp()));
        builder.directory(spec.code().toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment.of(spec, own));
        try {
            Files.createDirectories(own.temp());
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A runtime whose interpreter the machine does not have. */
    public static final class MissingInterpreterException extends RuntimeException {
        MissingInterpreterException(String message) {
            super(message);
        }
    }
}
