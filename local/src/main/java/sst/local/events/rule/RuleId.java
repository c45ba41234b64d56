package sst.local.events.rule;

import sst.local.wire.CallContext;

/** Which rule: its bus and name. */
public record RuleId(BusId bus, String name) {
    /** The rule that an ARN names. */
    public static RuleId ofArn(String arn) {
        String[] parts = arn.split(":", -1);
        if (parts.length != 6 || !parts[5].startsWith("rule/")) {
            throw EventsFault.missing("Rule " + arn);
        }
        String[] steps = parts[5].split("/", -1);
        return steps.length == 2
                ? new RuleId(new BusId(parts[3], BusId.DEFAULT), steps[1])
                : new RuleId(
                        new BusId(parts[3], String.join("/", java.util.Arrays.copyOfRange(steps, 1, steps.length - 1))),
                        steps[steps.length - 1]);
    }

    /** The rule's ARN. */
    public String arn() {
        String path = bus.name().equals(BusId.DEFAULT) ? name : bus.name() + "/" + name;
        return "arn:aws:events:" + bus.region() + ":" + CallContext.ACCOUNT + ":rule/" + path;
    }

    /** The key of the rule's record. */
    public String key() {
        return bus.key() + "/" + name;
    }

    static RuleId ofKey(String key) {
        int region = key.indexOf('/');
        int name = key.lastIndexOf('/');
        return new RuleId(
                new BusId(key.substring(0, region), key.substring(region + 1, name)), key.substring(name + 1));
    }
}
