package sst.local.s3.bucket;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of an object.
 *
 * @param first the first byte
 * @param length how many
 */
public record ByteRange(long first, long length) {
    private static final Pattern FORM = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /**
     * Reads a Range header; one that is malformed or of several ranges counts as none, as HTTP allows.
     *
     * @throws sst.local.wire.AwsException {@code InvalidRange} when nothing of it lies in the object
     */
    public static Optional<ByteRange> parse(String header, long size) {
        Matcher form = FORM.matcher(header.trim());
        if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
            return Optional.empty();
        }
        long first;
        long last;
        if (form.group(1).isEmpty()) {
            long tail = Math.min(Long.parseLong(form.group(2)), size);
            first = size - tail;
            last = size - 1;
        } else {
            first = Long.parseLong(form.group(1));
            last = form.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(form.group(2)), size - 1);
            if (!form.group(2).isEmpty() && Long.parseLong(form.group(2)) < first) {
                return Optional.empty();
            }
        }
        if (first > last) {
            throw S3Exception.of(416, "InvalidRange", "The requested range is not satisfiable");
        }
        return Optional.of(new ByteRange(first, last - first + 1));
    }

    /** The Content-Range header. */
    public String header(long size) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
