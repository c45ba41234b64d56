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
        sink.addInt(hash(values.get(0)));
        values.forEach(value -> write(value, sink));
        return sink.toArray();
    }

    /** What the keys of all rows start with whose values start with the string or binary after the first values. */
    public static byte[] prefix(List<AttributeValue> values, AttributeValue start) {
        ByteSink sink = new ByteSink();
        sink.addInt(hash(values.get(0)));
        values.forEach(value -> write(value, sink));
        if (start instanceof TextValue text) {
            sink.addEscaped(text.utf8());
        } else if (start instanceof BinaryValue binary) {
            sink.addEscaped(binary.bytes());
        }
        return sink.toArray();
    }

    /** The partition key's place among all partitions, unsigned. */
    public static int hash(AttributeValue partitionKey) {
        ByteSink sink = new ByteSink();
        write(partitionKey, sink);
        int hash = 0x811c9dc5;
        for (byte value : sink.toArray()) {
            hash = (hash ^ (value & 0xff)) * 0x01000193;
        }
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        hash *= 0xc2b2ae35;
        return hash ^ (hash >>> 16);
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
