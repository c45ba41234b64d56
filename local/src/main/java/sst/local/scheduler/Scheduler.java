package sst.local.scheduler;

import java.util.List;
import java.util.stream.Stream;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.destination.Destinations;
import sst.local.port.EventBusAccess;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.wire.Endpoint;

/**
 * EventBridge Scheduler of the local cloud.
 * See https://docs.aws.amazon.com/scheduler/latest/APIReference/
 */
public final class Scheduler implements LocalService {
    private final Runs runs;
    private final ScheduleCalls calls;
    private final GroupCalls groups;

    /** Makes the service; schedules that the store holds go on. */
    public Scheduler(Host host, Destinations destinations, EventBusAccess buses) {
        Schedules schedules = new Schedules(host.store(), host.clock());
        this.runs = new Runs(schedules, new TargetCall(destinations, buses), host);
        this.calls = new ScheduleCalls(schedules, runs, host.clock());
        this.groups = new GroupCalls(schedules, calls);
    }

    @Override
    public List<String> recorded() {
        return List.of("flexible time windows", "RetryPolicy");
    }

    @Override
    public String name() {
        return "scheduler";
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(new Endpoint.Rest(
                "scheduler",
                Stream.concat(calls.routes().stream(), groups.routes().stream()).toList()));
    }

    @Override
    public List<ResourceProvider> providers() {
        return List.of(new ScheduleProvider(calls), new GroupProvider(groups));
    }

    @Override
    public void close() {
        runs.close();
    }
}
