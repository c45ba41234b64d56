package sst.local.kinesis.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a member must satisfy besides its type. */
@FunctionalInterface
interface Rule {
    /** Notes what is wrong with a value, which is missing or null when the member is absent. */
    void check(JsonNode value, Violations.At at);

    /** A rule as {@code request-shapes.txt} has it, such as {@code length=1..10}. */
    static Rule read(String text) {
        String[] parts = text.split("=", 2);
        return switch (parts[0]) {
            case "required" -> (value, at) -> at.unless(!isAbsent(value), "Member must not be null");
            case "without" ->
                (value, at) -> at.unless(!isAbsent(value) || at.isGiven(parts[1]), "Member must not be null");
            case "name" -> pattern("[a-zA-Z0-9_.-]+");
            case "digits" -> pattern("0|([1-9]\\d{0," + parts[1] + "})");
            case "enum" -> oneOf(List.of(parts[1].split("\\|")));
            case "least" -> bound(Long.parseLong(parts[1]), true);
            case "most" -> bound(Long.parseLong(parts[1]), false);
            case "length" -> length(Range.read(parts[1]));
            case "keys" -> inner("Map keys must satisfy", Range.read(parts[1]), true);
            case "values" -> inner("Map value must satisfy", Range.read(parts[1]), false);
            case "elements" -> inner("Member must satisfy", Range.read(parts[1]), false);
            default -> throw new IllegalArgumentException("no such rule: " + text);
        };
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static Rule pattern(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return (value, at) -> at.unless(
                isAbsent(value) || pattern.matcher(value.asText()).matches(),
                "Member must satisfy regular expression pattern: " + regex);
    }

    private static Rule oneOf(List<String> allowed) {
        return (value, at) -> at.unless(
                isAbsent(value) || allowed.contains(value.asText()),
                "Member must satisfy enum value set: [" + String.join(", ", allowed) + "]");
    }

    private static Rule bound(long limit, boolean isLeast) {
        return (value, at) -> at.unless(
                isAbsent(value) || (isLeast ? value.asLong() >= limit : value.asLong() <= limit),
                "Member must have value " + (isLeast ? "greater" : "less") + " than or equal to " + limit);
    }

    private static Rule length(Range range) {
        return (value, at) -> {
            if (!isAbsent(value)) {
                long length = at.length();
                at.unless(length >= range.least(), range.least(true));
                at.unless(length <= range.most(), range.least(false));
            }
        };
    }

    private static Rule inner(String what, Range range, boolean ofKeys) {
        return (value, at) -> {
            Set<Integer> lengths = new TreeSet<>();
            value.properties()
                    .forEach(entry -> lengths.add(
                            (ofKeys ? entry.getKey() : entry.getValue().asText()).length()));
            if (value.isArray()) {
                value.forEach(each -> lengths.add(each.asText().length()));
            }
            at.unless(
                    lengths.stream().allMatch(length -> length >= range.least() && length <= range.most()),
                    what + " constraint: [" + range.least(false) + ", " + range.least(true) + "]");
        };
    }

    /** How long something may be. */
    record Range(long least, long most) {
        static Range read(String text) {
            String[] ends = text.split("\\.\\.");
            return new Range(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
        }

        String least(boolean isLeast) {
            return "Member must have length " + (isLeast ? "greater" : "less") + " than or equal to "
                    + (isLeast ? least : most);
        }
    }
}
