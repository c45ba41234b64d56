package sst.local.ssm;

import java.util.Locale;
import java.util.regex.Pattern;
import sst.local.wire.AwsException;

/**
 * A parameter's name, and what may follow it to pick a version: {@code /app/key:3} or {@code /app/key:label}.
 *
 * @param name such as {@code /app/key}
 * @param selector {@code :3}, {@code :label} or nothing
 */
record ParameterName(String name, String selector) {
    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9_.\\-/]+");
    private static final int LONGEST = 1011;
    private static final int DEEPEST = 15;

    /** Reads a name, an ARN, either with a selector. */
    static ParameterName parse(String text) {
        String rest = text;
        if (text.startsWith("arn:")) {
            String[] parts = text.split(":", 6);
            rest = parts.length == 6 ? parts[5].replaceFirst("^parameter", "") : text;
            // A name without a path carries one slash in its ARN that is not its own.
            if (rest.startsWith("/") && rest.indexOf('/', 1) < 0) {
                rest = rest.substring(1);
            }
        }
        int selector = rest.indexOf(':');
        return selector < 0
                ? new ParameterName(rest, "")
                : new ParameterName(rest.substring(0, selector), rest.substring(selector));
    }

    /** Refuses a name that AWS would not create. */
    static String checkedNew(String name) {
        if (name.isEmpty() || name.length() > LONGEST || !LEGAL.matcher(name).matches()) {
            throw Ssm.invalid("Parameter name: can't be empty or longer than " + LONGEST
                    + " characters, and only a mix of letters, numbers and the following 3 symbols .-_ is allowed, with"
                    + " / between the parts of a path");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.matches("/?(aws|ssm)([/.].*|$)")) {
            throw new AwsException(400, "AccessDeniedException", "No access to reserved parameter name: " + name + ".");
        }
        boolean hasPath = name.contains("/");
        if (hasPath && (!name.startsWith("/") || name.endsWith("/") || name.contains("//"))) {
            throw Ssm.invalid("Parameter name must be a fully qualified name.");
        }
        if (name.chars().filter(one -> one == '/').count() > DEEPEST) {
            throw new AwsException(
                    400,
                    "HierarchyLevelLimitExceededException",
                    "A hierarchy can have a maximum of " + DEEPEST + " levels.");
        }
        return name;
    }

    static String arnPart(String name) {
        return "parameter" + (name.startsWith("/") ? name : "/" + name);
    }
}
