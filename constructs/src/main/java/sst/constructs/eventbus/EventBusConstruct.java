package sst.constructs.eventbus;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.IEventBus;
import software.constructs.Construct;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.Bound;
import sst.constructs.construct.BoundValue;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Actions;
import sst.constructs.event.Extensible;
import sst.constructs.event.Receivers;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.eventbus.EventBusProps;
import sst.model.function.FunctionProps;

/** {@code eventBus}: an EventBridge bus, its rules, and where they send events. */
public final class EventBusConstruct implements AppConstruct, Extensible {
    private static final Actions ACTIONS =
            new Actions("events:*", List.of("events:DescribeEventBus"), List.of("events:PutEvents"));

    private final Spot spot;
    private final IEventBus bus;
    private final Rules rules;
    private final Receivers receivers = new Receivers();

    private EventBusConstruct(ConstructModel model, StackSite site) {
        EventBusProps props = model.props(EventBusProps.class);
        this.spot = Resource.spot(model, site, props.cdk(), "eventBus");
        this.bus = Resource.of(spot, CdkProps.of(props.cdk(), "eventBus"), this::make);
        this.rules = new Rules(bus, receivers);
        rules.add(spot, props);
    }

    /** How buses are made. */
    public static ConstructType type() {
        return new ConstructType() {
            @Override
            public AppConstruct make(ConstructModel model, StackSite site) {
                return new EventBusConstruct(model, site);
            }

            @Override
            public Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
                EventBusProps props = model.props(EventBusProps.class);
                return Receivers.own(Rules.targets(props), props.defaults(), stack);
            }
        };
    }

    /** A bus of a partner's events has the name of its source. */
    private IEventBus make(Map<String, Object> own) {
        EventBus.Builder builder = EventBus.Builder.create(spot.scope(), "EventBus");
        if (!own.containsKey("eventSourceName")) {
            builder.eventBusName(spot.site().prefixed(spot.id()));
        }
        return Resource.with(spot, builder, own).build();
    }

    @Override
    public void extend(ConstructModel addition, StackSite site) {
        rules.add(spot.in(addition, site), addition.props(EventBusProps.class));
    }

    @Override
    public String attribute(String name) {
        return switch (name) {
            case "eventBusName" -> bus.getEventBusName();
            case "eventBusArn" -> bus.getEventBusArn();
            default -> throw AppConstruct.lacks(spot.model().id(), "'" + name + "'");
        };
    }

    @Override
    public Object cdk() {
        return bus;
    }

    @Override
    public Construct scope() {
        return spot.scope();
    }

    @Override
    public Bound bound() {
        return new Bound(
                "EventBus",
                spot.model().id().id(),
                Map.of("eventBusName", new BoundValue.Plain(() -> attribute("eventBusName"))),
                access -> ACTIONS.on(access, List.of(attribute("eventBusArn"))));
    }

    @Override
    public Map<String, Member> functions() {
        return receivers.members();
    }
}
