package sst.local.sqs.message;

import java.util.Locale;

/**
 * A message that a queue has taken.
 *
 * @param messageId a UUID
 * @param sequence its place in the queue
 */
public record Sent(String messageId, long sequence) {
    /** The sequence number of FIFO queues: twenty digits, rising. */
    public String sequenceNumber() {
        return sequenceNumber(sequence);
    }

    /** The sequence number of a place in a queue. */
    public static String sequenceNumber(long sequence) {
        return String.format(Locale.ROOT, "1%019d", sequence);
    }
}
