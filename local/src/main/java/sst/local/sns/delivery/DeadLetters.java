package sst.local.sns.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import sst.local.port.QueueAccess;
import sst.local.sns.topic.Settings;
import sst.local.wire.AwsException;

/** Where messages go that could not be delivered. */
record DeadLetters(QueueAccess queues) {
    private static final System.Logger LOG = System.getLogger(DeadLetters.class.getName());

    void bury(String redrivePolicy, ObjectNode message) {
        String grave = Settings.deadLetters(redrivePolicy);
        if (grave.isEmpty()) {
            return;
        }
        try {
            queues.send(grave, message);
        } catch (AwsException refused) {
            LOG.log(System.Logger.Level.WARNING, "a message is lost, as " + grave + " refused it: " + refused.text());
        }
    }
}
