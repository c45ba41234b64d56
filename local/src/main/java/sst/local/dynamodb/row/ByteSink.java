package sst.local.dynamodb.row;

import java.util.Arrays;

/** Bytes being put together to a key. */
final class ByteSink {
    private byte[] bytes = new byte[64];
    private int length;

    ByteSink add(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
        return this;
    }

    ByteSink addInt(int value) {
        return add(value >>> 24).add(value >>> 16).add(value >>> 8).add(value);
    }

    /** Adds bytes so that no value is the start of another's: zero bytes are escaped. */
    ByteSink addEscaped(byte[] raw) {
        for (byte value : raw) {
            add(value);
            if (value == 0) {
                add(0xff);
            }
        }
        return this;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }
}
