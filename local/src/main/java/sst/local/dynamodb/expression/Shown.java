package sst.local.dynamodb.expression;

import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.BinaryValue;
import sst.local.dynamodb.value.NumberValue;
import sst.local.dynamodb.value.TextValue;

/** How AWS's error texts show a value. */
final class Shown {
    private Shown() {}

    static String content(AttributeValue value) {
        if (value instanceof TextValue text) {
            return text.text();
        }
        if (value instanceof NumberValue number) {
            return number.text();
        }
        return value instanceof BinaryValue binary ? binary.base64() : value.toString();
    }
}
