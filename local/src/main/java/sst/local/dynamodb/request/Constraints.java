package sst.local.dynamodb.request;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects violations of a request's shape and reports them together, as AWS's front end does. */
public final class Constraints {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]+");
    private static final int MAX_REPORTED = 10;

    private final List<String> violations = new ArrayList<>();

    /** The member must be there. */
    public Constraints required(Input input, String member) {
        if (!input.has(member)) {
            violate("null", path(member), "Member must not be null");
        }
        return this;
    }

    /** If the member is there, it must be one of these. */
    public Constraints oneOf(Input input, String member, List<String> allowed) {
        input.text(member)
                .filter(value -> !allowed.contains(value))
                .ifPresent(value -> violate(
                        "'" + value + "'",
                        path(member),
                        "Member must satisfy enum value set: [" + String.join(", ", allowed) + "]"));
        return this;
    }

    /** If the member is there, it must be a table's or an index's name. */
    public Constraints name(Input input, String member) {
        input.text(member).ifPresent(value -> {
            String quoted = "'" + value + "'";
            if (value.length() < 3) {
                violate(quoted, path(member), "Member must have length greater than or equal to 3");
            }
            if (value.length() > 255) {
                violate(quoted, path(member), "Member must have length less than or equal to 255");
            }
            if (!NAME.matcher(value).matches()) {
                violate(quoted, path(member), "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
            }
        });
        return this;
    }

    /** If the member is there, it must be at least that. */
    public Constraints atLeast(Input input, String member, long least) {
        input.number(member)
                .filter(value -> value < least)
                .ifPresent(value -> violate(
                        "'" + value + "'", path(member), "Member must have value greater than or equal to " + least));
        return this;
    }

    /** If the member is there, it must be at most that. */
    public Constraints atMost(Input input, String member, long most) {
        input.number(member)
                .filter(value -> value > most)
                .ifPresent(value -> violate(
                        "'" + value + "'", path(member), "Member must have value less than or equal to " + most));
        return this;
    }

    /** If the list is there, its length must be within bounds. */
    public Constraints length(Input input, String member, LengthRange allowed) {
        if (input.has(member)) {
            int length = input.node(member).map(node -> node.size()).orElse(0);
            String value = "'" + input.node(member).map(Object::toString).orElse("") + "'";
            if (length < allowed.least()) {
                violate(value, path(member), "Member must have length greater than or equal to " + allowed.least());
            }
            if (length > allowed.most()) {
                violate(value, path(member), "Member must have length less than or equal to " + allowed.most());
            }
        }
        return this;
    }

    /**
     * Ends the collecting.
     *
     * @throws sst.local.wire.AwsException when there was any violation
     */
    public void check() {
        if (!violations.isEmpty()) {
            throw Rejection.validation(violations.size() + " validation error" + (violations.size() > 1 ? "s" : "")
                    + " detected: " + String.join("; ", violations));
        }
    }

    private void violate(String value, String path, String constraint) {
        if (violations.size() < MAX_REPORTED) {
            violations.add("Value " + value + " at '" + path + "' failed to satisfy constraint: " + constraint);
        }
    }

    private static String path(String member) {
        return Character.toLowerCase(member.charAt(0)) + member.substring(1);
    }

    /** How long a list may be. */
    public record LengthRange(int least, int most) {}
}
