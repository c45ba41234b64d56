package sst.model.schema.written;

/** An amount of memory or disk. */
public record Size(long bytes) implements Comparable<Size> {
    private static final long KIB = 1024;

    /** So many MiB, which SST and AWS write as MB. */
    public static Size ofMegabytes(long megabytes) {
        return new Size(megabytes * KIB * KIB);
    }

    /** The amount in MiB, rounded down. */
    public long megabytes() {
        return bytes / KIB / KIB;
    }

    @Override
    public int compareTo(Size other) {
        return Long.compare(bytes, other.bytes);
    }

    /** {@code 512 MB}, as a user would write it. */
    @Override
    public String toString() {
        return megabytes() + " MB";
    }
}
