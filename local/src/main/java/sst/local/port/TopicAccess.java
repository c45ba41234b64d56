package sst.local.port;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Publishes to SNS topics; buckets, event rules and functions' destinations use it. All throw AWS's errors. */
public interface TopicAccess {
    /** Whether there is such a topic. */
    boolean hasTopic(String topicArn);

    /** Publishes a message with the members of {@code Publish}, without its {@code TopicArn}. */
    void publish(String topicArn, ObjectNode message);
}
