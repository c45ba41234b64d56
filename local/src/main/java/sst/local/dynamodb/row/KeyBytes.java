package sst.local.dynamodb.row;

import java.util.Arrays;
import java.util.List;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.BinaryValue;
import sst.local.dynamodb.value.NumberValue;
import sst.local.dynamodb.value.TextValue;

/**
 * Keys as bytes whose unsigned order is the order of rows: four bytes of the partition key's hash, then each key value in
 * DynamoDB's order. So partitions lie in hash order, and each partition's rows in sort key order.
 */
public final class KeyBytes {
    private KeyBytes() {}

    /** The key of a row; the first value is the partition key. */
    public static byte[] row(List<AttributeValue> values) {
        ByteSink sink = new ByteSink();
        sink.addInt(PartitionHash.of(values.subList(0, 1)));
        values.forEach(value -> write(value, sink));
        return sink.toArray();
    }

    /** The key of an index entry; entries with equal index keys lie in the order of their items in the table. */
    public static byte[] entry(List<AttributeValue> indexValues, List<AttributeValue> tableValues) {
        ByteSink sink = new ByteSink();
        sink.addInt(PartitionHash.of(indexValues.subList(0, 1)));
        indexValues.forEach(value -> write(value, sink));
        sink.addInt(PartitionHash.of(tableValues));
        tableValues.forEach(value -> write(value, sink));
        return sink.toArray();
    }

    /** What the keys of all rows start with whose values start with the string or binary after the first values. */
    public static byte[] prefix(List<AttributeValue> values, AttributeValue start) {
        ByteSink sink = new ByteSink();
        sink.addInt(PartitionHash.of(values.subList(0, 1)));
        values.forEach(value -> write(value, sink));
        if (start instanceof TextValue text) {
            sink.addEscaped(text.utf8());
        } else if (start instanceof BinaryValue binary) {
            sink.addEscaped(binary.bytes());
        }
        return sink.toArray();
    }

    /** The first key after all that start with these bytes; empty when there is none. */
    static byte[] after(byte[] prefix) {
        int last = prefix.length - 1;
        while (last >= 0 && prefix[last] == (byte) 0xff) {
            last--;
        }
        byte[] next = Arrays.copyOf(prefix, last + 1);
        if (last >= 0) {
            next[last]++;
        }
        return next;
    }

    private static void write(AttributeValue value, ByteSink sink) {
        if (value instanceof TextValue text) {
            sink.addEscaped(text.utf8()).add(0).add(0);
        } else if (value instanceof BinaryValue binary) {
            sink.addEscaped(binary.bytes()).add(0).add(0);
        } else if (value instanceof NumberValue number) {
            NumberKey.write(number.number(), sink);
        } else {
            throw new IllegalArgumentException("no key can have the type " + value.type());
        }
    }
}
