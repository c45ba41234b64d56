package sst.constructs.eventbus;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.IEventBus;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Actions;
import sst.constructs.event.Receivers;
import sst.constructs.event.Resource;
import sst.constructs.event.ResourceConstruct;
import sst.constructs.event.Spot;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.eventbus.EventBusProps;
import sst.model.function.FunctionProps;

/** {@code eventBus}: an EventBridge bus, its rules, and where they send events. */
public final class EventBusConstruct {
    private static final Actions ACTIONS =
            new Actions("events:*", List.of("events:DescribeEventBus"), List.of("events:PutEvents"));

    private final Spot spot;
    private final IEventBus bus;
    private final Rules rules;
    private final Receivers receivers = new Receivers();

    private EventBusConstruct(ConstructModel model, StackSite site) {
        EventBusProps props = model.props(EventBusProps.class);
        this.spot = Resource.spot(model, site, props.cdk(), "eventBus");
        this.bus = Resource.of(spot, CdkProps.of(props.cdk(), "eventBus"), IEventBus.class, this::make);
        this.rules = new Rules(bus, receivers, new Retrier(spot));
        rules.add(spot, props);
    }

    /** How buses are made. */
    public static ConstructType type() {
        return ConstructType.of(
                (model, site) -> new EventBusConstruct(model, site).asConstruct(), EventBusConstruct::functions);
    }

    private static Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
        EventBusProps props = model.props(EventBusProps.class);
        return Receivers.own(Rules.targets(props), Rules.defaults(props), stack);
    }

    /** A bus of a partner's events has the name of its source. */
    private IEventBus make(Map<String, Object> own) {
        EventBus.Builder builder = EventBus.Builder.create(spot.scope(), "EventBus");
        if (!own.containsKey("eventSourceName")) {
            builder.eventBusName(spot.site().prefixed(spot.id()));
        }
        return Resource.with(spot, builder, own).build();
    }

    private AppConstruct asConstruct() {
        return new ResourceConstruct(spot, bus)
                .value("eventBusName", bus::getEventBusName)
                .value("eventBusArn", bus::getEventBusArn)
                .bound(access -> ACTIONS.on(access, List.of(bus.getEventBusArn())), "eventBusName")
                .others(rules::attribute)
                .functions(receivers)
                .extension((place, added) -> rules.add(place, added.props(EventBusProps.class)));
    }
}
