package sst.local.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.destination.Destinations;
import sst.local.events.rule.BusId;
import sst.local.events.rule.Buses;
import sst.local.events.rule.Rules;
import sst.local.port.EventBusAccess;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.wire.Endpoint;
import sst.local.wire.Operation;
import sst.local.wire.Protocol;

/**
 * EventBridge of the local cloud.
 * See https://docs.aws.amazon.com/eventbridge/latest/APIReference/
 */
public final class EventBridge implements LocalService, EventBusAccess {
    private final Schedules schedules;
    private final BusCalls busCalls;
    private final RuleCalls ruleCalls;
    private final TargetCalls targetCalls;
    private final EventCalls eventCalls;

    /** Makes the service; rules with a schedule that the store holds go on. */
    public EventBridge(Host host, Destinations destinations) {
        Buses buses = new Buses(host.store(), host.clock());
        Rules rules = new Rules(host.store());
        Dispatcher dispatcher = new Dispatcher(rules, destinations);
        this.schedules = new Schedules(rules, dispatcher, host);
        this.busCalls = new BusCalls(buses, rules);
        this.ruleCalls = new RuleCalls(buses, rules, schedules, host.clock());
        this.targetCalls = new TargetCalls(rules);
        this.eventCalls = new EventCalls(buses, dispatcher, host.clock());
    }

    @Override
    public List<String> recorded() {
        return List.of("bus policies", "RetryPolicy");
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public List<Endpoint> endpoints() {
        Map<String, Operation> operations = new HashMap<>();
        busCalls.addTo(operations);
        ruleCalls.addTo(operations);
        targetCalls.addTo(operations);
        eventCalls.addTo(operations);
        return List.of(new Endpoint.Named("events", Protocol.JSON_1_1, "AWSEvents", operations));
    }

    @Override
    public List<ResourceProvider> providers() {
        return List.of(
                new BusProvider(busCalls),
                new RuleProvider(ruleCalls, targetCalls),
                new BusPolicyProvider(busCalls.buses()));
    }

    @Override
    public void put(String busArn, ObjectNode entry) {
        eventCalls.put(BusId.parse(busArn, ""), entry);
    }

    @Override
    public void close() {
        schedules.close();
    }
}
