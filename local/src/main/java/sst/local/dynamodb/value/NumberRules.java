package sst.local.dynamodb.value;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import sst.local.dynamodb.request.Rejection;

/**
 * The range and precision of numbers, with AWS's texts (developer guide, "Data types: Number"): up to 38 significant digits,
 * magnitude from 1E-130 to 9.99…E+125.
 */
final class NumberRules {
    private static final int MAX_DIGITS = 38;
    private static final int MAX_EXPONENT = 125;
    private static final int MIN_EXPONENT = -130;
    private static final Pattern FORM = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,9})?");

    private NumberRules() {}

    static BigDecimal parse(String text) {
        if (text.isEmpty()) {
            throw Rejection.validation("The parameter cannot be converted to a numeric value");
        }
        if (!FORM.matcher(text).matches()) {
            throw Rejection.validation("The parameter cannot be converted to a numeric value: " + text);
        }
        return check(new BigDecimal(text));
    }

    static BigDecimal check(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        long exponent = (long) number.precision() - number.scale() - 1;
        if (exponent > MAX_EXPONENT) {
            throw Rejection.validation(
                    "Number overflow. Attempting to store a number with magnitude larger than supported range");
        }
        if (exponent < MIN_EXPONENT) {
            throw Rejection.validation(
                    "Number underflow. Attempting to store a number with magnitude smaller than supported range");
        }
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.precision() > MAX_DIGITS) {
            throw Rejection.validation("Attempting to store more than 38 significant digits in a Number");
        }
        return plain;
    }
}
