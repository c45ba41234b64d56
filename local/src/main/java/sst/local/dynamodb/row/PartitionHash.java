package sst.local.dynamodb.row;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.BinaryValue;
import sst.local.dynamodb.value.NumberValue;
import sst.local.dynamodb.value.TextValue;

/**
 * The place of a partition key among all: the start of a salted MD5 of its bytes, so that scans and their segments meet
 * items in the order that DynamoDB shows. The order is observed, not documented.
 */
final class PartitionHash {
    private static final byte[] SALT = {'O', 'u', 't', 'l', 'i', 'e', 'r', 's'};
    private static final int MAX_PAIRS = 20;
    private static final int ZERO = 0x80;

    private PartitionHash() {}

    /** Unsigned; of one key value, or of several one after the other. */
    static int of(List<AttributeValue> values) {
        MessageDigest digest = md5();
        digest.update(SALT);
        values.forEach(value -> digest.update(bytes(value)));
        byte[] hash = digest.digest();
        return (hash[0] & 0xff) << 24 | (hash[1] & 0xff) << 16 | (hash[2] & 0xff) << 8 | (hash[3] & 0xff);
    }

    private static byte[] bytes(AttributeValue value) {
        if (value instanceof TextValue text) {
            return text.utf8();
        }
        if (value instanceof BinaryValue binary) {
            return binary.bytes();
        }
        if (value instanceof NumberValue number) {
            return number(number.number());
        }
        throw new IllegalArgumentException("no key can have the type " + value.type());
    }

    /** A number by pairs of decimal digits behind an exponent byte, both mirrored for negative numbers. */
    private static byte[] number(BigDecimal number) {
        ByteSink sink = new ByteSink();
        if (number.signum() == 0) {
            return sink.add(ZERO).toArray();
        }
        boolean isNegative = number.signum() < 0;
        String digits = number.unscaledValue().abs().toString();
        int point = digits.length() - number.scale();
        if (point % 2 != 0) {
            digits = "0" + digits;
            point++;
        }
        digits = digits.length() % 2 == 0 ? digits : digits + "0";
        int exponent = point / 2 - 64;
        sink.add(isNegative ? ~exponent : exponent);
        for (int i = 0; i < digits.length(); i += 2) {
            int pair = Integer.parseInt(digits.substring(i, i + 2));
            sink.add(isNegative ? 101 - pair : pair + 1);
        }
        if (isNegative && digits.length() / 2 < MAX_PAIRS) {
            sink.add(102);
        }
        return sink.toArray();
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
