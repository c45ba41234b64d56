package sst.local.sns.topic;

import sst.local.wire.CallContext;

/**
 * Which topic.
 *
 * @param region the topic's region
 * @param name with {@code .fifo} for a FIFO topic
 */
public record TopicId(String region, String name) {
    private static final int ARN_PARTS = 6;
    private static final int SUBSCRIPTION_PARTS = 7;

    /**
     * The topic that an ARN names, or that of a subscription's ARN.
     *
     * @throws sst.local.wire.AwsException {@code InvalidParameter} when it is no ARN of SNS
     */
    public static TopicId ofArn(String arn) {
        String[] parts = arn.split(":", -1);
        boolean isKnown = parts.length == ARN_PARTS || parts.length == SUBSCRIPTION_PARTS;
        if (!isKnown || !parts[2].equals("sns")) {
            throw SnsFault.invalid("TopicArn Reason: An ARN must have at least 6 elements, not " + parts.length);
        }
        return new TopicId(parts[3], parts[5]);
    }

    /** The topic's ARN. */
    public String arn() {
        return "arn:aws:sns:" + region + ":" + CallContext.ACCOUNT + ":" + name;
    }

    /** Whether the name is that of a FIFO topic. */
    public boolean isFifo() {
        return name.endsWith(".fifo");
    }

    /** The key of this topic's record. */
    String key() {
        return region + "/" + name;
    }
}
