package sst.constructs.cron;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.IFunction;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Receivers;
import sst.constructs.event.Resource;
import sst.constructs.event.ResourceConstruct;
import sst.constructs.event.Spot;
import sst.constructs.host.Errors;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.cron.CronJob;
import sst.model.cron.CronProps;
import sst.model.diagnostic.Code;
import sst.model.function.FunctionProps;

/** {@code cron}: a rule that calls a function on a schedule. */
public final class CronConstruct {
    private static final String JOB = "job";
    private static final String SCHEDULE = "schedule";

    private final Spot spot;
    private final Rule rule;
    private final Receivers receivers = new Receivers();

    private CronConstruct(ConstructModel model, StackSite site) {
        CronProps props = model.props(CronProps.class);
        CronJob job = job(model);
        this.spot = Resource.spot(model, site, props.cdk(), "rule");
        this.rule = make(props);
        CdkProps.requireKeys(job.cdk(), List.of("function", "target"));
        IFunction function = receivers.function(spot, "Job_" + spot.id(), Map.entry(JOB, job), null);
        Map<String, Object> own = CdkProps.of(job.cdk(), "target").props();
        rule.addTarget(Resource.with(spot, LambdaFunction.Builder.create(function), own)
                .build());
    }

    private static CronJob job(ConstructModel model) {
        return Objects.requireNonNull(model.props(CronProps.class).job());
    }

    /** How schedules are made. */
    public static ConstructType type() {
        return ConstructType.of(
                (model, site) -> new CronConstruct(model, site).asConstruct(), CronConstruct::functions);
    }

    private static Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
        return Receivers.own(Map.of(JOB, job(model)), null, stack);
    }

    private Rule make(CronProps props) {
        Map<String, Object> own =
                new LinkedHashMap<>(CdkProps.of(props.cdk(), "rule").props());
        String written = props.schedule() == null ? null : props.schedule().expression();
        Object schedule = own.getOrDefault(SCHEDULE, written);
        if (schedule == null) {
            throw Errors.of(Code.MISSING_PROP, "cron '" + spot.model().id().id() + "' needs 'schedule'")
                    .hint("write schedule 'rate(1 minute)'")
                    .asError();
        }
        own.put(SCHEDULE, schedule instanceof CharSequence text ? Schedule.expression(text.toString()) : schedule);
        Rule.Builder builder =
                Rule.Builder.create(spot.scope(), "Rule").enabled(!Boolean.FALSE.equals(props.enabled()));
        return Resource.with(spot, builder, own).build();
    }

    private AppConstruct asConstruct() {
        return new ResourceConstruct(spot, rule).functions(receivers);
    }
}
