package sst.local.dynamodb.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.request.Rejection;

/** What is wrong with a request's members; the front end reports ten of them at once. */
final class Violations {
    private static final int MOST = 10;

    private final List<String> found = new ArrayList<>();

    /** Notes that the value at a path does not satisfy a constraint. */
    void add(@Nullable JsonNode value, String path, String constraint) {
        if (found.size() < MOST) {
            String shown = value == null ? "null" : "'" + (value.isValueNode() ? value.asText() : value) + "'";
            found.add("Value " + shown + " at '" + path + "' failed to satisfy constraint: " + constraint);
        }
    }

    /**
     * Ends the collecting.
     *
     * @throws sst.local.wire.AwsException {@code ValidationException} when there was any
     */
    void check() {
        if (!found.isEmpty()) {
            throw Rejection.validation(found.size() + " validation error" + (found.size() > 1 ? "s" : "")
                    + " detected: " + String.join("; ", found));
        }
    }
}
