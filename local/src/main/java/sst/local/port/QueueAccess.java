package sst.local.port;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Sends to and reads from SQS queues; topics, buckets and event source mappings use it. All throw AWS's errors. */
public interface QueueAccess {
    /** Whether there is such a queue. */
    boolean exists(String queueArn);

    /** Sends a message with the members of {@code SendMessage}, without its {@code QueueUrl}. */
    void send(String queueArn, ObjectNode message);

    /**
     * Receives messages; each is hidden for the queue's visibility timeout.
     *
     * @param most at most so many, also beyond the ten of {@code ReceiveMessage}
     * @param waitMillis how long to wait for the first one
     */
    List<Received> receive(String queueArn, int most, long waitMillis);

    /** Deletes a received message. */
    void delete(String queueArn, String receiptHandle);

    /** Hides a received message for so many seconds from now; 0 shows it again. */
    void release(String queueArn, String receiptHandle, int seconds);

    /**
     * A received message.
     *
     * @param receiptHandle what deletes it
     * @param content {@code MessageId}, {@code Body}, {@code MessageAttributes}, and system attributes in {@code System}
     */
    record Received(String receiptHandle, ObjectNode content) {}
}
