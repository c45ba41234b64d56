package sst.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One operation of a service, free of its protocol: AWS's member names in, AWS's member names out. */
@FunctionalInterface
public interface Operation {
    /**
     * Runs the operation.
     *
     * @param input members by AWS's names; query calls arrive with string values and with lists as arrays
     * @param context who calls, and where
     * @return the members of the answer; an array becomes {@code <member>} elements in XML
     * @throws AwsException with AWS's error code, message and HTTP status
     */
    JsonNode invoke(ObjectNode input, CallContext context);

    /**
     * The operation as one that waits for others or works long, so that the changes it makes cannot be one unit of the
     * store; it sees to that itself where it matters.
     */
    static Operation waiting(Operation operation) {
        return new Waiting(operation);
    }

    /** An operation whose changes the gateway does not hold together. */
    record Waiting(Operation operation) implements Operation {
        @Override
        public JsonNode invoke(ObjectNode input, CallContext context) {
            return operation.invoke(input, context);
        }
    }
}
