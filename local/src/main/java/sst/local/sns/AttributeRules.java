package sst.local.sns;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.sns.topic.SnsFault;
import sst.local.wire.AwsException;

/** What an attribute of a message must be. See https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html */
final class AttributeRules {
    private static final int LONGEST_NAME = 256;
    private static final Pattern TYPE = Pattern.compile("(String|Number|Binary)(\\..+)?");
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9_.-]");

    private AttributeRules() {}

    static void check(Map.Entry<String, JsonNode> entry) {
        String name = entry.getKey();
        JsonNode value = entry.getValue();
        checkName(name);
        if (value.path("DataType").asText("").isEmpty()) {
            throw new AwsException(
                    400,
                    "ValidationError",
                    "1 validation error detected: Value null at 'messageAttributes." + name
                            + ".member.dataType' failed to satisfy constraint: Member must not be null");
        }
        checkValue(name, value);
    }

    private static void checkName(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw SnsFault.value("Length of message attribute name must be less than 256 bytes.");
        }
        Matcher foreign = FOREIGN.matcher(name);
        if (foreign.find()) {
            String code = Integer.toHexString(name.codePointAt(foreign.start())).toUpperCase(Locale.ROOT);
            throw SnsFault.value("Invalid non-alphanumeric character '#x" + code
                    + "' was found in the message attribute name. Can only include alphanumeric characters, hyphens,"
                    + " underscores, or dots.");
        }
        if (name.startsWith(".")) {
            throw SnsFault.value("Invalid message attribute name starting with character '.' was found.");
        }
        if (name.endsWith(".")) {
            throw SnsFault.value("Invalid message attribute name ending with character '.' was found.");
        }
        if (name.contains("..")) {
            throw SnsFault.value("Message attribute name can not have successive '.' character.");
        }
    }

    private static void checkValue(String name, JsonNode value) {
        String type = value.path("DataType").asText();
        if (!TYPE.matcher(type).matches()) {
            throw SnsFault.value(
                    "The message attribute '" + name + "' has an invalid message attribute type, the set of"
                            + " supported type prefixes is Binary, Number, and String.");
        }
        String kind = type.startsWith("Binary") ? "Binary" : "String";
        String other = kind.equals("Binary") ? "StringValue" : "BinaryValue";
        String text = value.path(kind + "Value").asText("");
        if (text.isEmpty() && !value.path(other).asText("").isEmpty()) {
            throw SnsFault.value(
                    "The message attribute '" + name + "' with type '" + type + "' must use field '" + kind + "'.");
        }
        if (text.isEmpty()) {
            throw SnsFault.value("The message attribute '" + name + "' must contain non-empty message attribute value"
                    + " for message attribute type '" + type + "'.");
        }
        if (type.equals("Number") && !isNumber(text)) {
            throw SnsFault.value("Could not cast message attribute '" + name + "' value to number.");
        }
    }

    private static boolean isNumber(String text) {
        try {
            return new java.math.BigDecimal(text).precision() > 0;
        } catch (NumberFormatException word) {
            return false;
        }
    }
}
