package sst.local.dynamodb.row;

import java.util.Arrays;
import java.util.List;
import sst.local.dynamodb.value.AttributeValue;

/**
 * Neighbouring row keys.
 *
 * @param from the first, included
 * @param to the end, not included; empty for no end
 */
public record KeyRange(byte[] from, byte[] to) {
    private static final long PARTS = 4096;

    /** Every row. */
    public static KeyRange all() {
        return new KeyRange(new byte[0], new byte[0]);
    }

    /** The rows whose first key values are these. */
    public static KeyRange of(List<AttributeValue> values) {
        return startingWith(KeyBytes.row(values));
    }

    /** The rows whose keys start with these bytes. */
    public static KeyRange startingWith(byte[] prefix) {
        return new KeyRange(prefix, KeyBytes.after(prefix));
    }

    /** One of several parts of all hashes, for parallel scans; no part is finer than a 4096th, so that some may be empty. */
    public static KeyRange segment(long number, long total) {
        long from = start(number, total);
        long to = start(number + 1, total);
        return new KeyRange(hashBytes(from), to == 1L << 32 ? new byte[0] : hashBytes(to));
    }

    /** What of this range lies before the other, and not in it. */
    public KeyRange before(KeyRange other) {
        return new KeyRange(from, other.from);
    }

    /** What of this range lies behind the other. */
    public KeyRange behind(KeyRange other) {
        return new KeyRange(other.to, to);
    }

    /** The start of this range to the end of another. */
    public KeyRange through(KeyRange other) {
        return new KeyRange(from, other.to);
    }

    /** This range without what a page that ended at that key has already shown. */
    public KeyRange resumedAt(byte[] key, boolean forward) {
        byte[] next = Arrays.copyOf(key, key.length + 1);
        return forward ? new KeyRange(later(from, next), to) : new KeyRange(from, earlier(to, key));
    }

    /** Whether the key lies inside. */
    public boolean contains(byte[] key) {
        return Arrays.compareUnsigned(from, key) <= 0 && (to.length == 0 || Arrays.compareUnsigned(key, to) < 0);
    }

    /** Whether some key can be in both. */
    public boolean overlaps(KeyRange other) {
        return (to.length == 0 || Arrays.compareUnsigned(other.from, to) < 0)
                && (other.to.length == 0 || Arrays.compareUnsigned(from, other.to) < 0);
    }

    /** Whether nothing can be inside. */
    public boolean isEmpty() {
        return to.length > 0 && Arrays.compareUnsigned(from, to) >= 0;
    }

    private static byte[] later(byte[] one, byte[] two) {
        return Arrays.compareUnsigned(one, two) >= 0 ? one : two;
    }

    private static byte[] earlier(byte[] end, byte[] key) {
        return end.length > 0 && Arrays.compareUnsigned(end, key) <= 0 ? end : key;
    }

    private static long start(long number, long total) {
        return (PARTS * number + total - 1) / total * ((1L << 32) / PARTS);
    }

    private static byte[] hashBytes(long hash) {
        return new ByteSink().addInt((int) hash).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyRange range && Arrays.equals(from, range.from) && Arrays.equals(to, range.to);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(from) + Arrays.hashCode(to);
    }
}
