package sst.local.ssm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/**
 * A version that PutParameter asks for, checked as AWS checks it.
 *
 * @param input the call's members
 * @param before the version that it follows
 */
record NewVersion(ObjectNode input, Optional<ObjectNode> before) {
    private static final Set<String> TYPES = Set.of("String", "StringList", "SecureString");
    private static final Set<String> TIERS = Set.of("Standard", "Advanced", "Intelligent-Tiering");
    private static final int STANDARD_LIMIT = 4096;
    private static final int ADVANCED_LIMIT = 8192;

    void check() {
        checkExistence();
        checkType();
        checkSize();
        checkPattern();
    }

    private void checkExistence() {
        boolean overwrites = input.path("Overwrite").asBoolean(false);
        if (before.isPresent() && !overwrites) {
            throw new AwsException(
                    400,
                    "ParameterAlreadyExists",
                    "The parameter already exists. To overwrite this value, set the overwrite option in the request to"
                            + " true.");
        }
        if (overwrites && !input.path("Tags").isEmpty()) {
            throw Ssm.invalid("Invalid request: tags and overwrite can't be used together. To create a parameter with"
                    + " tags, please remove overwrite flag. To update tags for an existing parameter, please use"
                    + " AddTagsToResource or RemoveTagsFromResource.");
        }
    }

    private void checkType() {
        String type = type();
        if (type.isEmpty()) {
            throw Ssm.invalid("A parameter type is required when you create a parameter.");
        }
        if (!TYPES.contains(type)) {
            throw Ssm.invalid(
                    "1 validation error detected: Value '" + type + "' at 'type' failed to satisfy constraint:"
                            + " Member must satisfy enum value set: [SecureString, StringList, String]");
        }
        String requested = input.path("Tier").asText("Standard");
        if (!TIERS.contains(requested)) {
            throw Ssm.invalid("1 validation error detected: Value '" + requested + "' at 'tier' failed to satisfy"
                    + " constraint: Member must satisfy enum value set: [Standard, Advanced, Intelligent-Tiering]");
        }
    }

    private void checkSize() {
        String value = input.path("Value").asText();
        if (value.isEmpty()) {
            throw Ssm.invalid(
                    "1 validation error detected: Value '' at 'value' failed to satisfy constraint: Member must"
                            + " have length greater than or equal to 1");
        }
        if (tier().equals("Standard") && value.length() > STANDARD_LIMIT) {
            throw Ssm.invalid("Standard tier parameters support a maximum parameter value of " + STANDARD_LIMIT
                    + " characters. To create a larger parameter value, upgrade the parameter to use the"
                    + " advanced-parameter tier.");
        }
        if (value.length() > ADVANCED_LIMIT) {
            throw Ssm.invalid(
                    "Advanced tier parameters support a maximum parameter value of " + ADVANCED_LIMIT + " characters.");
        }
    }

    private void checkPattern() {
        String pattern = inherited("AllowedPattern", "");
        if (pattern.isEmpty()) {
            return;
        }
        try {
            if (!Pattern.compile(pattern).matcher(input.path("Value").asText()).find()) {
                throw new AwsException(
                        400,
                        "ParameterPatternMismatchException",
                        "Parameter value, cannot be validated against allowedPattern: " + pattern);
            }
        } catch (PatternSyntaxException broken) {
            throw new AwsException(
                    400,
                    "InvalidAllowedPatternException",
                    "The allowedPattern is not a regular expression: " + pattern);
        }
    }

    private String type() {
        return inherited("Type", "");
    }

    private String tier() {
        String requested = inherited("Tier", "Standard");
        if (!requested.equals("Intelligent-Tiering")) {
            return requested;
        }
        return input.path("Value").asText().length() > STANDARD_LIMIT ? "Advanced" : "Standard";
    }

    private String inherited(String member, String otherwise) {
        String given = input.path(member).asText();
        return given.isEmpty()
                ? before.map(old -> old.path(member).asText(otherwise)).orElse(otherwise)
                : given;
    }

    ObjectNode version(double now, String account) {
        ObjectNode version = Json.object()
                .put("Type", type())
                .put("Value", input.path("Value").asText())
                .put("Tier", tier())
                .put("DataType", inherited("DataType", "text"))
                .put("LastModifiedDate", now)
                .put("LastModifiedUser", "arn:aws:iam::" + account + ":root");
        for (String kept : List.of("Description", "AllowedPattern")) {
            if (!inherited(kept, "").isEmpty()) {
                version.put(kept, inherited(kept, ""));
            }
        }
        if (type().equals("SecureString")) {
            version.put("KeyId", inherited("KeyId", "alias/aws/ssm"));
        }
        return version;
    }
}
