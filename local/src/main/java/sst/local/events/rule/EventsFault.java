package sst.local.events.rule;

import sst.local.wire.AwsException;

/** EventBridge's errors. See https://docs.aws.amazon.com/eventbridge/latest/APIReference/CommonErrors.html */
public final class EventsFault {
    private EventsFault() {}

    /** A parameter's value is not allowed. */
    public static AwsException invalid(String text) {
        return new AwsException(400, "ValidationException", text);
    }

    /** Something named is not there. */
    public static AwsException missing(String what) {
        return new AwsException(400, "ResourceNotFoundException", what + " does not exist.");
    }

    /** A rule is not there. */
    public static AwsException noRule(RuleId id) {
        return new AwsException(
                400,
                "ResourceNotFoundException",
                "Rule " + id.name() + " does not exist on EventBus " + id.bus().name() + ".");
    }

    /** Something of that name is there already. */
    public static AwsException exists(String what) {
        return new AwsException(400, "ResourceAlreadyExistsException", what + " already exists.");
    }

    /** An event pattern that cannot be read. */
    public static AwsException pattern(String fault) {
        return new AwsException(400, "InvalidEventPatternException", "Event pattern is not valid. Reason: " + fault);
    }

    /** The local cloud does not do this; the text names what. */
    public static AwsException unsupported(String what) {
        return invalid(what + " is not supported by the local cloud");
    }
}
