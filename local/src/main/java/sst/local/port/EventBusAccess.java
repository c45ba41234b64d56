package sst.local.port;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts events on EventBridge's buses; buckets and functions' destinations use it. */
public interface EventBusAccess {
    /**
     * Puts an event on a bus.
     *
     * @param busArn the bus; an event for one that is not there is dropped, as on AWS
     * @param entry members of {@code PutEvents}' entries, {@code Detail} as text
     */
    void put(String busArn, ObjectNode entry);
}
