package sst.model.eventbus;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sst.model.construct.ConstructScope;
import sst.model.construct.StackScope;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.Suggestion;
import sst.model.event.EventHandle;
import sst.model.function.ChildFunction;
import sst.model.ref.Ref;
import sst.model.schema.PropTypes;

/** The handle of an event bus. */
public final class EventBus extends EventHandle<EventBusProps, EventBus> {
    private static final String RULES = "rules";

    private final Map<String, Integer> subscriptions = new HashMap<>();

    public EventBus(ConstructScope scope, EventBusBlock block) {
        super(scope, block);
    }

    @Override
    protected EventBus self() {
        return this;
    }

    /** The bus's name. */
    public Ref getEventBusName() {
        return ref("eventBusName");
    }

    /** The bus's ARN. */
    public Ref getEventBusArn() {
        return ref("eventBusArn");
    }

    /** The function of one target of a rule. */
    public ChildFunction getFunction(String rule, String target) {
        return child(key(rule, target));
    }

    /** A rule, those of other stacks too. */
    public RuleHandle getRule(String rule) {
        requireRule(rule);
        return new RuleHandle(constructId(), rule);
    }

    /** Adds rules; none may be there already. */
    public EventBus addRules(Map<String, ?> rules) {
        rules.keySet().forEach(this::requireNew);
        block().add(RULES, rules);
        return this;
    }

    /** Adds rules that belong to another stack, with their functions. */
    public EventBus addRules(StackScope owner, Map<String, ?> rules) {
        rules.keySet().forEach(this::requireNew);
        addIn(owner, RULES, rules);
        return this;
    }

    /** Adds targets to a rule. */
    public EventBus addTargets(String rule, Map<String, ?> targets) {
        EventRule there = requireNewTargets(rule, targets);
        Map<String, EventTarget> all = new LinkedHashMap<>(there.targets());
        all.putAll(PropTypes.map(EventTarget.type()).coerce(targets));
        block().add(RULES, Map.of(rule, new EventRule(there.pattern(), all, there.cdk())));
        return this;
    }

    /** Adds targets to a rule, with their functions in another stack. */
    public EventBus addTargets(StackScope owner, String rule, Map<String, ?> targets) {
        requireNewTargets(rule, targets);
        addIn(owner, RULES, Map.of(rule, Map.of("targets", targets)));
        return this;
    }

    /** Sends events of some types to a function. */
    public EventBus subscribe(Object types, Object function) {
        return subscribe(Map.of(), types, function);
    }

    /** Sends events of some types to a function, with further props of the target, such as {@code retries}. */
    public EventBus subscribe(Map<String, ?> options, Object types, Object function) {
        return addRules(subscription(options, types, function));
    }

    /** Sends events of some types to a function that belongs to another stack. */
    public EventBus subscribe(StackScope owner, Object types, Object function) {
        return subscribe(Map.of(), owner, types, function);
    }

    /** The same with further props of the target. */
    public EventBus subscribe(Map<String, ?> options, StackScope owner, Object types, Object function) {
        return addRules(owner, subscription(options, types, function));
    }

    /** Rule, target and function are named after the type and a number (SST v2). */
    private Map<String, Object> subscription(Map<String, ?> options, Object types, Object function) {
        List<Object> all = listOf(types);
        String type = all.size() == 1 ? String.valueOf(all.get(0)) : "multi";
        int number = subscriptions.merge(type, 1, Integer::sum);
        String name = type.replaceAll("[^a-zA-Z_]", "_") + "_" + number;
        Map<String, Object> target = receiver(options, function);
        target.put("id", name);
        return Map.of(
                name + "_rule",
                Map.of("pattern", Map.of("detailType", all), "targets", Map.of(name + "_target", target)));
    }

    /** Lets the function of one target see and use resources. */
    public EventBus bindToTarget(String rule, String target, Object... resources) {
        requireRule(rule);
        attachBindings(key(rule, target), resources);
        return this;
    }

    /** Grants permissions to the function of one target. */
    public EventBus attachPermissionsToTarget(String rule, String target, Object... permissions) {
        requireRule(rule);
        attachGrants(key(rule, target), permissions);
        return this;
    }

    private static String key(String rule, String target) {
        return rule + "/" + target;
    }

    private Map<String, EventRule> rules() {
        Map<String, EventRule> rules = new LinkedHashMap<>();
        written().forEach(each -> each.rules().forEach((name, rule) -> rules.merge(name, rule, EventBus::both)));
        return rules;
    }

    private static EventRule both(EventRule first, EventRule second) {
        Map<String, EventTarget> targets = new LinkedHashMap<>(first.targets());
        targets.putAll(second.targets());
        return new EventRule(first.pattern(), targets, first.cdk());
    }

    private EventRule requireRule(String rule) {
        EventRule there = rules().get(rule);
        if (there == null) {
            throw Diagnostic.error(Code.INVALID_VALUE, this + " has no rule '" + rule + "'")
                    .hint(Suggestion.hint(rule, rules().keySet()))
                    .subject(rule)
                    .asError();
        }
        return there;
    }

    private void requireNew(String rule) {
        if (rules().containsKey(rule)) {
            throw Diagnostic.error(Code.DUPLICATE_ID, this + " has a rule '" + rule + "' already")
                    .hint("give it another name, or use addTargets '" + rule + "', …")
                    .subject(rule)
                    .asError();
        }
    }

    private EventRule requireNewTargets(String rule, Map<String, ?> targets) {
        EventRule there = requireRule(rule);
        targets.keySet().stream()
                .filter(there.targets()::containsKey)
                .findFirst()
                .ifPresent(target -> {
                    throw Diagnostic.error(
                                    Code.DUPLICATE_ID,
                                    "rule '" + rule + "' of " + this + " has a target '" + target + "' already")
                            .hint("give it another name")
                            .subject(target)
                            .asError();
                });
        return there;
    }
}
