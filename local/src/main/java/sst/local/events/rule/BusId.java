package sst.local.events.rule;

import sst.local.wire.CallContext;

/** Which event bus: its region and name. */
public record BusId(String region, String name) {
    /** The bus that every region has. */
    public static final String DEFAULT = "default";

    /** The bus that a name or an ARN means; the default one when it is empty. */
    public static BusId parse(String text, String region) {
        if (text.isEmpty()) {
            return new BusId(region, DEFAULT);
        }
        if (!text.startsWith("arn:")) {
            return new BusId(region, text);
        }
        String[] parts = text.split(":", -1);
        if (parts.length != 6 || !parts[2].equals("events") || !parts[5].startsWith("event-bus/")) {
            throw EventsFault.invalid(
                    "Parameter " + text + " is not valid. Reason: Provided Arn is not in correct format.");
        }
        return new BusId(parts[3], parts[5].substring("event-bus/".length()));
    }

    /** The bus's ARN. */
    public String arn() {
        return "arn:aws:events:" + region + ":" + CallContext.ACCOUNT + ":event-bus/" + name;
    }

    String key() {
        return region + "/" + name;
    }
}
