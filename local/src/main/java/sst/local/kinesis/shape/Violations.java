package sst.local.kinesis.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import sst.local.kinesis.shard.KinesisFault;

/** What is wrong with a request's members; the front end reports ten of them at once. */
final class Violations {
    private static final int MOST = 10;

    private final JsonNode input;
    private final List<String> found = new ArrayList<>();

    Violations(JsonNode input) {
        this.input = input;
    }

    /** A member that is looked at. */
    record At(Violations all, String path, Shape shape, JsonNode value) {
        /** Notes a constraint that does not hold. */
        void unless(boolean holds, String constraint) {
            if (!holds && all.found.size() < MOST) {
                boolean isAbsent = value.isMissingNode() || value.isNull();
                String shown = isAbsent ? "null" : "'" + shape.shown(value) + "'";
                all.found.add("Value " + shown + " at '" + path + "' failed to satisfy constraint: " + constraint);
            }
        }

        boolean isGiven(String member) {
            return all.input.hasNonNull(member);
        }

        long length() {
            return shape instanceof Scalar scalar ? scalar.length(value) : value.size();
        }
    }

    At at(String path, Shape shape, JsonNode value) {
        return new At(this, path, shape, value);
    }

    /**
     * Ends the collecting.
     *
     * @throws sst.local.wire.AwsException {@code ValidationException} when there was any
     */
    void check() {
        if (!found.isEmpty()) {
            throw KinesisFault.validation(found.size() + " validation error" + (found.size() > 1 ? "s" : "")
                    + " detected: " + String.join("; ", found));
        }
    }
}
