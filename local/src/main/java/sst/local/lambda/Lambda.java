package sst.local.lambda;

import java.nio.file.Path;
import java.util.List;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.destination.Destinations;
import sst.local.lambda.code.CodeStore;
import sst.local.lambda.control.ControlPlane;
import sst.local.lambda.control.record.FunctionRecords;
import sst.local.lambda.control.record.FunctionRef;
import sst.local.lambda.launch.Launcher;
import sst.local.lambda.launch.Machine;
import sst.local.lambda.resource.LambdaResources;
import sst.local.lambda.worker.Execution;
import sst.local.lambda.worker.Limits;
import sst.local.lambda.worker.WorkerFactory;
import sst.local.lambda.worker.WorkerPool;
import sst.local.port.EventBusAccess;
import sst.local.port.FunctionInvoker;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.port.LogSink;
import sst.local.port.ObjectReader;
import sst.local.wire.AwsException;
import sst.local.wire.Endpoint;

/** AWS Lambda: functions that run as processes of this machine. */
public final class Lambda implements LocalService, FunctionInvoker {
    private static final String DEFAULT_REGION = "us-east-1";

    private final ControlPlane control;
    private final WorkerPool pool;
    private final Targets targets;
    private final Invocations invocations;
    private final AsyncInvocations later;
    private final AsyncReports reports;
    private final CodeDownload download;
    private final FunctionUrls urls;

    /** Lambda on this machine, with limits that suit it. */
    public Lambda(Host host, ObjectReader objects, LogSink logs) {
        this(host, objects, logs, Limits.standard(Machine.current().processors()));
    }

    Lambda(Host host, ObjectReader objects, LogSink logs, Limits limits) {
        Path folder = host.store().folder("lambda");
        CodeStore code = new CodeStore(folder.resolve("code"));
        Launcher launcher = new Launcher(Machine.current(), folder.resolve("bootstrap"), host.endpoint());
        FunctionRecords records = new FunctionRecords(host.store(), this::changed);
        this.targets = new Targets(records, code);
        this.pool = new WorkerPool(new WorkerFactory(launcher, logs, host.clock(), folder.resolve("tmp")), limits);
        this.control = ControlPlane.of(records, code, objects, host.clock());
        this.invocations = new Invocations(targets, pool, host.clock());
        this.reports = new AsyncReports(targets, host.clock());
        this.later = new AsyncInvocations(invocations, targets, reports, host);
        this.download = new CodeDownload(folder.resolve("code"));
        this.urls = new FunctionUrls(control.qualified(), invocations, host.clock());
    }

    /** From now on what becomes of asynchronous invocations goes to their destinations and dead-letter queues. */
    public void tell(Destinations destinations, EventBusAccess buses) {
        reports.tell(new AsyncReports.Ends(destinations, buses));
    }

    @Override
    public List<String> recorded() {
        return List.of("AWS_IAM authorization of URLs", "resource policies", "provisioned concurrency");
    }

    @Override
    public List<String> parts() {
        return pool.alive().entrySet().stream()
                .map(each -> each.getKey() + "  " + each.getValue() + (each.getValue() == 1 ? " worker" : " workers"))
                .toList();
    }

    @Override
    public String name() {
        return "lambda";
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint.Rest("lambda", control.routes()),
                new Endpoint.Raw("lambda", "", new InvokeHandler(invocations, later)),
                new Endpoint.Raw("", CodeDownload.PREFIX, download),
                new Endpoint.Raw("", FunctionUrls.PREFIX, urls));
    }

    @Override
    public List<ResourceProvider> providers() {
        return LambdaResources.all(control);
    }

    @Override
    public Invocation invoke(String functionArn, byte[] payload) {
        Execution execution =
                invocations.run(FunctionRef.parse(functionArn, DEFAULT_REGION), Invocations.Call.of(payload));
        return new Invocation(execution.payload(), execution.functionError(), execution.logTail());
    }

    @Override
    public void invokeLater(String functionArn, byte[] payload) {
        FunctionRef ref = FunctionRef.parse(functionArn, DEFAULT_REGION);
        invocations.version(ref);
        later.add(ref, Invocations.Call.of(payload));
    }

    @Override
    public boolean exists(String functionArn) {
        try {
            invocations.version(FunctionRef.parse(functionArn, DEFAULT_REGION));
            return true;
        } catch (AwsException absent) {
            return false;
        }
    }

    @Override
    public void close() {
        later.stop();
        pool.close();
        later.close();
    }

    private void changed(FunctionRef ref) {
        targets.forget(ref);
        pool.retire(spec -> spec.region().equals(ref.region())
                && spec.name().equals(ref.name())
                && spec.version().equals(ref.qualifier()));
    }
}
