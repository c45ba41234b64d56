package sst.local.dynamodb.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a member must satisfy besides its type. */
sealed interface Rule {
    /** Notes what is wrong with a value; null when the member is absent. */
    void check(@Nullable JsonNode value, String path, Violations found);

    /** A rule as {@code request-shapes.txt} has it, such as {@code length=1..10}. */
    static Rule read(String text) {
        String[] parts = text.split("=", 2);
        return switch (parts[0]) {
            case "required" -> new Required();
            case "present", "table" -> new TableName(parts[0].equals("table"));
            case "name" -> new Name();
            case "keys" -> new Keys();
            case "enum" -> new OneOf(List.of(parts[1].split("\\|")));
            case "least" -> new Bound(true, Long.parseLong(parts[1]));
            case "most" -> new Bound(false, Long.parseLong(parts[1]));
            case "length" -> Length.read(parts[1]);
            case "values" -> new Values(Length.read(parts[1]));
            default -> throw new IllegalArgumentException("no such rule: " + text);
        };
    }

    /** Tables may be named by ARN too. */
    private static boolean isArn(JsonNode value) {
        return value.asText().startsWith("arn:");
    }

    /** The member must be there. */
    record Required() implements Rule {
        @Override
        public void check(@Nullable JsonNode value, String path, Violations found) {
            if (value == null) {
                found.add(null, path, "Member must not be null");
            }
        }
    }

    /** The table of a control plane's call, which has texts of its own and comes first. */
    record TableName(boolean isLengthOnly) implements Rule {
        @Override
        public void check(@Nullable JsonNode value, String path, Violations found) {
            if (value == null && !isLengthOnly) {
                throw sst.local.dynamodb.request.Rejection.validation(
                        "The parameter 'TableName' is required but was not present in the request");
            }
            if (value != null
                    && isLengthOnly
                    && !isArn(value)
                    && !Length.NAME.holds(value.asText().length())) {
                throw sst.local.dynamodb.request.Rejection.validation(
                        "TableName must be at least 3 characters long and at most 255 characters long");
            }
        }
    }

    /** The characters of names. */
    record Name() implements Rule {
        static final String CHARACTERS = "[a-zA-Z0-9_.-]+";
        private static final Pattern PATTERN = Pattern.compile(CHARACTERS);

        @Override
        public void check(@Nullable JsonNode value, String path, Violations found) {
            if (value != null
                    && !isArn(value)
                    && !PATTERN.matcher(value.asText()).matches()) {
                found.add(value, path, "Member must satisfy regular expression pattern: " + CHARACTERS);
            }
        }
    }

    /** The names of tables as keys of a map. */
    record Keys() implements Rule {
        private static final String TEXT =
                "Map keys must satisfy constraint: [" + Length.NAME.text(true) + ", " + Length.NAME.text(false)
                        + ", Member must satisfy regular expression pattern: " + Name.CHARACTERS + "]";

        @Override
        public void check(@Nullable JsonNode value, String path, Violations found) {
            if (value == null) {
                return;
            }
            boolean isWrong = value.properties().stream()
                    .map(java.util.Map.Entry::getKey)
                    .filter(key -> !key.startsWith("arn:"))
                    .anyMatch(key -> !Length.NAME.holds(key.length())
                            || !Name.PATTERN.matcher(key).matches());
            if (isWrong) {
                found.add(value, path, TEXT);
            }
        }
    }

    /** One of several texts. */
    record OneOf(List<String> allowed) implements Rule {
        @Override
        public void check(@Nullable JsonNode value, String path, Violations found) {
            if (value != null && !allowed.contains(value.asText())) {
                found.add(value, path, "Member must satisfy enum value set: [" + String.join(", ", allowed) + "]");
            }
        }
    }

    /** A smallest or largest number. */
    record Bound(boolean isLeast, long limit) implements Rule {
        @Override
        public void check(@Nullable JsonNode value, String path, Violations found) {
            if (value != null && (isLeast ? value.asLong() < limit : value.asLong() > limit)) {
                found.add(
                        value,
                        path,
                        "Member must have value " + (isLeast ? "greater" : "less") + " than or equal to " + limit);
            }
        }
    }

    /** How long a text, list or map may be. */
    record Length(long least, long most) implements Rule {
        static final Length NAME = new Length(3, 255);

        static Length read(String range) {
            String[] ends = range.split("\\.\\.", -1);
            return new Length(
                    ends[0].isEmpty() ? 0 : Long.parseLong(ends[0]),
                    ends[1].isEmpty() ? Long.MAX_VALUE : Long.parseLong(ends[1]));
        }

        boolean holds(long length) {
            return length >= least && length <= most;
        }

        String text(boolean ofMost) {
            return "Member must have length " + (ofMost ? "less" : "greater") + " than or equal to "
                    + (ofMost ? most : least);
        }

        @Override
        public void check(@Nullable JsonNode value, String path, Violations found) {
            if (value == null || isArn(value)) {
                return;
            }
            long length = value.isTextual() ? value.asText().length() : value.size();
            if (!holds(length)) {
                found.add(value, path, text(length > most));
            }
        }
    }

    /** How long each value of a map may be. */
    record Values(Length length) implements Rule {
        @Override
        public void check(@Nullable JsonNode value, String path, Violations found) {
            if (value == null) {
                return;
            }
            for (JsonNode each : value) {
                if (!length.holds(each.size())) {
                    found.add(
                            value,
                            path,
                            "Map value must satisfy constraint: [" + length.text(true) + ", " + length.text(false)
                                    + "]");
                    return;
                }
            }
        }
    }
}
