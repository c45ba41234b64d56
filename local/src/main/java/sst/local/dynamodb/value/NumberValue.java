package sst.local.dynamodb.value;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;

/** A number of up to 38 digits, without trailing zeros, so that equal numbers are equal values. */
public record NumberValue(BigDecimal number) implements AttributeValue {
    public NumberValue {
        number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /**
     * Reads and checks a number.
     *
     * @throws sst.local.wire.AwsException when it is no number or outside DynamoDB's range or precision
     */
    public static NumberValue parse(String text) {
        return new NumberValue(NumberRules.parse(text));
    }

    /** The same checks for a computed number. */
    public static NumberValue of(BigDecimal number) {
        return new NumberValue(NumberRules.check(number));
    }

    @Override
    public ValueType type() {
        return ValueType.N;
    }

    @Override
    public long size() {
        int digits = number.precision();
        return (digits + 1L) / 2 + 1 + (number.signum() < 0 ? 1 : 0);
    }

    @Override
    public void writeContent(JsonGenerator json) throws IOException {
        json.writeString(text());
    }

    /** The number as DynamoDB answers it: never with an exponent. */
    public String text() {
        return number.toPlainString();
    }
}
