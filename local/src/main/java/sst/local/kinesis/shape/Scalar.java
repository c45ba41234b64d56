package sst.local.kinesis.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text, a number, a truth value, bytes or a time. */
enum Scalar implements Shape {
    STRING("String"),
    BOOLEAN("Boolean"),
    INTEGER("Integer"),
    BLOB("Blob"),
    TIMESTAMP("Timestamp");

    static final String STRUCTURE = "Start of structure or map found where not expected.";
    static final String LIST = "Start of list found where not expected";
    private static final Pattern NOT_BASE64 = Pattern.compile("[^a-zA-Z0-9+/=]|=[^=]");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int GROUP = 4;

    private final String type;

    Scalar(String type) {
        this.type = type;
    }

    static Optional<Scalar> find(String type) {
        return Arrays.stream(values()).filter(each -> each.type.equals(type)).findFirst();
    }

    @Override
    public void check(JsonNode json) {
        if (json.isArray()) {
            throw Shape.mismatch(LIST);
        }
        if (json.isObject()) {
            throw Shape.mismatch(STRUCTURE);
        }
        boolean isRight =
                switch (this) {
                    case STRING, BLOB -> json.isTextual();
                    case BOOLEAN -> json.isBoolean();
                    case INTEGER, TIMESTAMP -> json.isNumber();
                };
        if (!isRight) {
            throw Shape.mismatch(wrong(json));
        }
        if (this == BLOB) {
            checkBase64(json.asText());
        }
    }

    private String wrong(JsonNode json) {
        if (this == BOOLEAN && json.isTextual()) {
            return "'" + json.asText().toUpperCase(java.util.Locale.ROOT) + "' can not be converted to an Boolean";
        }
        String wanted = this == BLOB ? "a Blob" : this == TIMESTAMP ? "milliseconds since epoch" : "an " + type;
        String found = json.isTextual()
                ? "java.lang.String"
                : json.isBoolean() ? "java.lang.Boolean" : "com.amazon.coral.value.json.numbers.TruncatingBigNumber";
        return "class " + found + " can not be converted to " + wanted;
    }

    private static void checkBase64(String text) {
        String wrong = "'" + text + "' can not be converted to a Blob: ";
        if (text.length() % GROUP != 0) {
            throw Shape.mismatch(
                    wrong + "Base64 encoded length is expected a multiple of 4 bytes but found: " + text.length());
        }
        Matcher foreign = NOT_BASE64.matcher(text);
        if (foreign.find()) {
            throw Shape.mismatch(
                    wrong + "Invalid Base64 character: '" + foreign.group().charAt(0) + "'");
        }
        int padding = text.length() - text.replace("=", "").length();
        if (padding > 0) {
            int last = padding > 2 ? -1 : ALPHABET.indexOf(text.charAt(text.length() - padding - 1));
            if (last < 0 || (last & (padding == 1 ? 0b11 : 0b1111)) != 0) {
                throw Shape.mismatch(wrong + "Invalid last non-pad Base64 character dectected");
            }
        }
    }

    /** How long a value is, as bounds count it. */
    long length(JsonNode json) {
        String text = json.asText();
        if (this != BLOB) {
            return text.length();
        }
        int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
        return text.length() / GROUP * 3L - padding;
    }

    @Override
    public String shown(JsonNode json) {
        if (this != BLOB) {
            return json.asText();
        }
        long length = length(json);
        return "java.nio.HeapByteBuffer[pos=0 lim=" + length + " cap=" + length + "]";
    }
}
