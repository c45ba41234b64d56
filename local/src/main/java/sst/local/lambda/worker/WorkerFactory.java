package sst.local.lambda.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import sst.local.lambda.runtimeapi.RuntimeApi;
import sst.local.port.Host;
import sst.local.port.LogSink;
import sst.local.port.LogSink.LogStream;

/** Starts workers. */
public final class WorkerFactory {
    private final Host host;
    private final LogSink sink;
    private final Path temp;
    private final WorkerCommand command;
    private final WorkerEnvironment environment;

    /** A factory that keeps its bootstraps and temporary folders below the state folder. */
    public WorkerFactory(Host host, LogSink sink, Machine machine) {
        this.host = host;
        this.sink = sink;
        Path folder = host.store().folder("lambda");
        this.temp = folder.resolve("tmp");
        this.command = new WorkerCommand(new Interpreters(machine), new Bootstraps(folder.resolve("bootstrap")));
        this.environment = new WorkerEnvironment(machine, host.endpoint());
    }

    /** Starts a process; it loads the function while the caller goes on. */
    Worker start(FunctionSpec spec) {
        String id = UUID.randomUUID().toString().replace("-", "");
        Clock clock = host.clock();
        String stream =
                DateTimeFormatter.ofPattern("yyyy/MM/dd").format(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                        + "/[" + spec.version() + "]" + id;
        WorkerLog log = new WorkerLog(sink, new LogStream(spec.region(), spec.logGroup(), stream), clock);
        Path own = temp.resolve(id);
        ProcessBuilder builder = new ProcessBuilder(command.of(spec, own));
        RuntimeApi api = RuntimeApi.open();
        try {
            Files.createDirectories(own);
            builder.directory(spec.code().toFile()).redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(environment.of(spec, own, api.address(), stream));
            log.line("INIT_START Runtime Version: " + spec.runtime());
            return new Worker(spec, new Worker.Parts(builder.start(), api, new WorkerOutput(log), log, own));
        } catch (IOException e) {
            api.close();
            throw new UncheckedIOException(e);
        }
    }
}
