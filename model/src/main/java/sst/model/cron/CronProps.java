package sst.model.cron;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** A function that runs on a schedule (SST v2: {@code constructs/Cron.ts}). */
@Construct(value = "cron", doc = "A function that runs on a schedule.", handle = Cron.class)
public record CronProps(
        @Nullable
                @Prop(
                        value = "When it runs: rate(…) or cron(…), in UTC; may be given as cdk.rule.schedule instead.",
                        example = "'rate(1 minute)'")
                Schedule schedule,
        @Nullable @Prop(value = "The function.", example = "'src/list.main'", required = true) CronJob job,
        @Nullable @Prop(value = "Whether it runs at all.", defaultsTo = "true", example = "false") Boolean enabled,
        @Prop(value = "CDK props of the rule, merged last.", example = "rule: [schedule: 'rate(1 day)']")
                Map<String, CdkOverride> cdk) {}
