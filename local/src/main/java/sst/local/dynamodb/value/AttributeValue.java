package sst.local.dynamodb.value;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** A typed value as DynamoDB stores it; the wire form is an object with the type as its only member. */
public sealed interface AttributeValue
        permits TextValue, NumberValue, BinaryValue, BooleanValue, NullValue, SetValue, ListValue, MapValue {
    /** The wire name of its type. */
    ValueType type();

    /** Bytes by DynamoDB's own sizing rules (developer guide, "DynamoDB item sizes and formats"). */
    long size();

    /** Writes what stands behind the type's name on the wire. */
    void writeContent(JsonGenerator json) throws IOException;

    /** How many lists and maps lie inside each other, counting this one. */
    default int depth() {
        return 0;
    }

    /** Writes the whole wire form. */
    default void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeFieldName(type().name());
        writeContent(json);
        json.writeEndObject();
    }
}
