package sst.model.eventbus;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** An EventBridge bus (SST v2: {@code constructs/EventBus.ts}). */
@Construct(value = "eventBus", doc = "An EventBridge bus.", handle = EventBus.class, synonyms = "bus")
public record EventBusProps(
        @Prop(
                        value = "Which events go where.",
                        example = "orders: [pattern: [source: ['shop']], targets: [bill: 'src/list.main']]")
                Map<String, EventRule> rules,
        @Nullable @Prop("What every target starts from.") EventBusDefaults defaults,
        @Prop(
                        value = "CDK props of the bus, merged last, or a closure that returns a bus.",
                        example = "eventBus: [eventBusName: 'shop']")
                Map<String, CdkOverride> cdk) {}
