package sst.local.dynamodb.row;

import java.math.BigDecimal;

/**
 * Numbers as bytes in number order: a sign byte, two bytes of exponent, two digits a byte, an end byte; everything after
 * the sign is inverted for negative numbers. No number's bytes start another's.
 */
final class NumberKey {
    private static final int NEGATIVE = 0x40;
    private static final int ZERO = 0x80;
    private static final int POSITIVE = 0xc0;
    private static final int EXPONENT_BIAS = 0x4000;

    private NumberKey() {}

    static void write(BigDecimal number, ByteSink sink) {
        if (number.signum() == 0) {
            sink.add(ZERO);
            return;
        }
        boolean negative = number.signum() < 0;
        int flip = negative ? 0xff : 0;
        sink.add(negative ? NEGATIVE : POSITIVE);
        int exponent = number.precision() - number.scale() + EXPONENT_BIAS;
        sink.add((exponent >>> 8) ^ flip).add(exponent ^ flip);
        String digits = number.unscaledValue().abs().toString();
        for (int i = 0; i < digits.length(); i += 2) {
            int high = digits.charAt(i) - '0';
            int low = i + 1 < digits.length() ? digits.charAt(i + 1) - '0' : 0;
            sink.add((high * 10 + low + 1) ^ flip);
        }
        sink.add(flip);
    }
}
