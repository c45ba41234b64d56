package sst.model.eventbus;

import sst.model.ref.ConstructId;
import sst.model.ref.Ref;

/** A rule of a bus: {@code bus.getRule('orders').ruleArn}. */
public final class RuleHandle {
    private final ConstructId bus;
    private final String rule;

    RuleHandle(ConstructId bus, String rule) {
        this.bus = bus;
        this.rule = rule;
    }

    /** The rule's name in AWS. */
    public Ref getRuleName() {
        return new Ref(bus, "ruleName/" + rule);
    }

    /** The rule's ARN. */
    public Ref getRuleArn() {
        return new Ref(bus, "ruleArn/" + rule);
    }
}
