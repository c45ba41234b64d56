package sst.runner.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the running local cloud says of itself.
 *
 * @param services by name, as the cloud describes them
 */
public record CloudStatus(String endpoint, long pid, ObjectNode services) {}
