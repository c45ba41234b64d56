package sst.local.lambda.source;

import com.fasterxml.jackson.databind.JsonNode;
import sst.local.lambda.control.record.Faults;
import sst.local.lambda.control.record.Members;
import sst.local.port.StreamAccess;

/**
 * Where a mapping begins to read a stream.
 *
 * @param type {@code TRIM_HORIZON}, {@code LATEST} or {@code AT_TIMESTAMP}
 * @param millis the time of {@code AT_TIMESTAMP}
 */
record StartingPoint(String type, long millis) {
    static StartingPoint read(JsonNode input) {
        String type = Members.text(input, "StartingPosition");
        if (type.isEmpty()) {
            throw Faults.invalid("1 validation error detected: Value null at 'startingPosition' failed to satisfy"
                    + " constraint: Member must not be null.");
        }
        boolean isTimed = type.equals("AT_TIMESTAMP");
        if (!isTimed && !type.equals("TRIM_HORIZON") && !type.equals("LATEST")) {
            throw Faults.invalid("1 validation error detected: Value '" + type + "' at 'startingPosition' failed to"
                    + " satisfy constraint: Member must satisfy enum value set: [LATEST, AT_TIMESTAMP, TRIM_HORIZON]");
        }
        if (isTimed && Members.text(input, "EventSourceArn").startsWith("arn:aws:dynamodb:")) {
            throw Faults.invalid("Unsupported starting position for event source arn type. Valid values are: LATEST,"
                    + " TRIM_HORIZON");
        }
        return new StartingPoint(
                type, (long) (input.path("StartingPositionTimestamp").asDouble() * 1000));
    }

    /** The position after which reading begins. */
    long after(StreamAccess stream, StreamAccess.Shard shard) {
        return switch (type) {
            case "LATEST" -> stream.newest(shard);
            case "AT_TIMESTAMP" -> stream.at(shard, millis);
            default -> stream.oldest(shard);
        };
    }
}
