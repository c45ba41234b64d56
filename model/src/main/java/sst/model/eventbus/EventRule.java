package sst.model.eventbus;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** Which events go where. */
@Nested("Which events go where.")
public record EventRule(
        @Nullable @Prop(value = "The events.", example = "source: ['shop']") EventPattern pattern,
        @Prop(value = "Where they go: functions, queues and log groups.", example = "bill: 'src/bill.main'")
                Map<String, EventTarget> targets,
        @Prop(value = "CDK props of the rule.", example = "rule: [ruleName: 'orders']") Map<String, CdkOverride> cdk) {}
