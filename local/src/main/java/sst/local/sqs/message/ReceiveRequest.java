package sst.local.sqs.message;

/**
 * What a receiver asks for.
 *
 * @param most at most so many messages
 * @param visibilitySeconds how long they stay hidden; negative for the queue's own
 * @param waitMillis how long to wait for the first one; negative for the queue's own
 */
public record ReceiveRequest(int most, int visibilitySeconds, long waitMillis) {
    /** The same without waiting. */
    public ReceiveRequest atOnce() {
        return new ReceiveRequest(most, visibilitySeconds, 0);
    }
}
