package sst.local.sqs.message;

import sst.local.wire.CallContext;

/**
 * Which queue.
 *
 * @param region the queue's region
 * @param name with {@code .fifo} for a FIFO queue
 */
public record QueueId(String region, String name) {
    private static final int ARN_PARTS = 6;

    /** The queue that an ARN names. */
    public static QueueId ofArn(String arn) {
        String[] parts = arn.split(":", -1);
        if (parts.length != ARN_PARTS || !parts[2].equals("sqs")) {
            throw SqsFault.noQueue();
        }
        return new QueueId(parts[3], parts[5]);
    }

    /** The queue's ARN. */
    public String arn() {
        return "arn:aws:sqs:" + region + ":" + CallContext.ACCOUNT + ":" + name;
    }

    /** Whether the name is that of a FIFO queue. */
    public boolean isFifo() {
        return name.endsWith(".fifo");
    }

    /** The queue's address at a gateway. */
    public String url(String endpoint) {
        return endpoint + "/" + CallContext.ACCOUNT + "/" + name;
    }

    /** The key of this queue's record. */
    public String key() {
        return region + "/" + name;
    }
}
