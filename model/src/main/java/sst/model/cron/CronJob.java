package sst.model.cron;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.event.Receiver;
import sst.model.function.Function;
import sst.model.function.FunctionDefinition;
import sst.model.function.FunctionProps;
import sst.model.function.FunctionTarget;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** What runs on a schedule. */
@Nested("What runs on a schedule.")
@Coerced(
        accepts = {String.class, Function.class},
        record = FunctionProps.class)
public record CronJob(
        @Nullable @Prop(value = "The function.", example = "'src/consume.main'") FunctionDefinition function,
        @Prop("CDK props by object (target).") Map<String, CdkOverride> cdk)
        implements Receiver {
    /** A handler, a function, or props. */
    public static PropType<CronJob> type() {
        return FunctionTarget.type(() -> CronJobBlock.SCHEMA);
    }
}
