package sst.local.lambda.worker;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import sst.local.lambda.launch.FunctionSpec;
import sst.local.lambda.launch.Launcher;
import sst.local.lambda.runtimeapi.RuntimeApi;
import sst.local.port.LogSink;
import sst.local.port.LogSink.LogStream;

/** Starts workers, each with a log stream and a temporary folder of its own. */
public final class WorkerFactory {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);

    private final Launcher launcher;
    private final LogSink sink;
    private final Clock clock;
    private final Path temp;

    /**
     * A factory.
     *
     * @param temp where workers' temporary folders are made; what a cloud that was killed left there is deleted
     */
    public WorkerFactory(Launcher launcher, LogSink sink, Clock clock, Path temp) {
        this.launcher = launcher;
        this.sink = sink;
        this.clock = clock;
        this.temp = temp;
        Worker.deleteTree(temp);
    }

    /** Starts a process; it loads the function while the caller goes on. */
    Worker start(FunctionSpec spec) {
        String id = UUID.randomUUID().toString().replace("-", "");
        String stream = DAY.format(clock.instant()) + "/[" + spec.version() + "]" + id;
        WorkerLog log = new WorkerLog(sink, new LogStream(spec.region(), spec.logGroup(), stream), clock);
        Path own = temp.resolve(id);
        RuntimeApi api = RuntimeApi.open();
        try {
            Process process = launcher.start(spec, new Launcher.Surroundings(own, api.address(), stream));
            log.line("INIT_START Runtime Version: " + spec.runtime());
            return new Worker(spec, new Worker.Parts(process, api, new WorkerOutput(log), log, own));
        } catch (RuntimeException e) {
            api.close();
            throw e;
        }
    }
}
