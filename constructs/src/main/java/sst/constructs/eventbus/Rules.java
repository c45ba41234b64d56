package sst.constructs.eventbus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.IEventBus;
import software.amazon.awscdk.services.events.IRuleTarget;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.CloudWatchLogGroup;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.events.targets.SqsQueue;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.sqs.IQueue;
import sst.constructs.cdk.CdkProps;
import sst.constructs.event.Receivers;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.event.ChildDefaults;
import sst.model.eventbus.EventBusProps;
import sst.model.eventbus.EventRule;
import sst.model.eventbus.EventTarget;
import sst.model.queue.QueueTarget;

/** The rules of a bus and their targets, those of other stacks too. */
final class Rules {
    private final IEventBus bus;
    private final Receivers receivers;
    private final Retrier retrier;
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    Rules(IEventBus bus, Receivers receivers, Retrier retrier) {
        this.bus = bus;
        this.receivers = receivers;
        this.retrier = retrier;
    }

    static @Nullable ChildDefaults defaults(EventBusProps props) {
        return props.defaults() == null ? null : props.defaults().children();
    }

    /** {@code ruleName/key} and {@code ruleArn/key}. */
    Optional<String> attribute(String name) {
        int slash = name.indexOf('/');
        return Optional.ofNullable(rules.get(name.substring(slash + 1)))
                .map(rule -> name.startsWith("ruleArn/") ? rule.getRuleArn() : rule.getRuleName());
    }

    /** All targets, by rule and name. */
    static Map<String, EventTarget> targets(EventBusProps props) {
        Map<String, EventTarget> targets = new LinkedHashMap<>();
        props.rules().forEach((key, rule) -> rule.targets()
                .forEach((name, target) -> targets.put(key + "/" + name, target)));
        return targets;
    }

    void add(Spot spot, EventBusProps props) {
        props.rules().forEach((key, written) -> {
            Rule known = rules.get(key);
            Rule rule = known == null ? make(spot, key, written) : known;
            rules.put(key, rule);
            written.targets()
                    .forEach(
                            (name, target) -> rule.addTarget(target(spot, Map.entry(key + "/" + name, target), props)));
        });
    }

    private Rule make(Spot spot, String key, EventRule written) {
        CdkProps.requireKeys(written.cdk(), List.of("rule"));
        Map<String, Object> own = CdkProps.of(written.cdk(), "rule").props();
        if (own.containsKey("eventBus")) {
            throw Errors.of(Code.CONFLICT, "'cdk.rule' of rule '" + key + "' cannot set 'eventBus'")
                    .hint("write the rule in the bus it belongs to")
                    .subject("eventBus")
                    .asError();
        }
        Rule.Builder builder =
                Rule.Builder.create(spot.scope(), key).ruleName(spot.site().prefixed(key));
        Resource.with(spot, builder, own).eventBus(bus);
        if (written.pattern() != null) {
            builder.eventPattern(pattern(written.pattern()));
        }
        return builder.build();
    }

    private static EventPattern pattern(sst.model.eventbus.EventPattern written) {
        EventPattern.Builder pattern = EventPattern.builder();
        if (!written.source().isEmpty()) {
            pattern.source(written.source());
        }
        if (!written.detail().isEmpty()) {
            pattern.detail(written.detail());
        }
        if (!written.detailType().isEmpty()) {
            pattern.detailType(written.detailType());
        }
        return pattern.build();
    }

    private IRuleTarget target(Spot spot, Map.Entry<String, EventTarget> entry, EventBusProps props) {
        EventTarget target = entry.getValue();
        CdkProps.requireKeys(target.cdk(), List.of("function", "queue", "logGroup", "target"));
        Map<String, Object> own = CdkProps.of(target.cdk(), "target").props();
        Optional<IQueue> queue = Resource.other(
                spot,
                CdkProps.of(target.cdk(), "queue"),
                IQueue.class,
                Optional.ofNullable(target.queue()).map(QueueTarget::id));
        if (queue.isPresent()) {
            return Resource.with(spot, SqsQueue.Builder.create(queue.get()), own)
                    .build();
        }
        Optional<ILogGroup> logs =
                Resource.other(spot, CdkProps.of(target.cdk(), "logGroup"), ILogGroup.class, Optional.empty());
        if (logs.isPresent()) {
            return Resource.with(spot, CloudWatchLogGroup.Builder.create(logs.get()), own)
                    .build();
        }
        String usual = "Target_" + spot.id() + "_" + entry.getKey().replace('/', '_');
        String child = target.id() == null ? usual : target.id();
        IFunction function = receivers.function(spot, child, entry, defaults(props));
        retry(entry, props);
        return Resource.with(spot, LambdaFunction.Builder.create(function), own).build();
    }

    private void retry(Map.Entry<String, EventTarget> entry, EventBusProps props) {
        Integer usual = props.defaults() == null ? null : props.defaults().retries();
        Integer retries =
                entry.getValue().retries() == null ? usual : entry.getValue().retries();
        if (retries != null && retries > 0) {
            retrier.serve(
                    receivers.made(entry.getKey()).orElseThrow(() -> Errors.of(
                                    Code.CONFLICT, "'" + entry.getKey() + "' is a CDK function and cannot take retries")
                            .hint("configure its retries where it is made")
                            .subject("retries")
                            .asError()),
                    retries);
        }
    }
}
