package sst.local.s3.bucket;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A page of a bucket's keys.
 *
 * @param objects what is listed
 * @param prefixes keys folded at the delimiter
 * @param isTruncated whether there is more
 * @param last the last key or prefix of this page, after which the next one begins
 * @param lastVersion the version of the last object, for listings of versions
 */
public record Listing(
        List<StoredObject> objects, List<String> prefixes, boolean isTruncated, String last, String lastVersion) {
    /**
     * What to list.
     *
     * @param prefix keys begin with it
     * @param delimiter folds keys behind the prefix; empty for none
     * @param after the key or folded prefix after which to begin
     * @param most how many keys and prefixes together
     */
    public record Query(String prefix, String delimiter, String after, int most) {
        /** The prefix that stands for the key in this listing; empty when the key stands for itself. */
        String folded(String key) {
            int at = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            return at < 0 ? "" : key.substring(0, at + delimiter.length());
        }

        boolean isAfterFolded() {
            return !after.isEmpty()
                    && !delimiter.isEmpty()
                    && after.startsWith(prefix)
                    && folded(after).equals(after);
        }
    }

    /** Lists current objects. */
    public static Listing current(Objects objects, String bucket, Query query) {
        return new Pager(query, start -> newestOf(objects.from(bucket, start))
                        .filter(object -> !object.key().equals(query.after())))
                .page();
    }

    private static Stream<StoredObject> newestOf(Stream<StoredObject> versions) {
        String[] before = {""};
        Predicate<StoredObject> isNewest = object -> {
            boolean isFirst = !object.key().equals(before[0]);
            before[0] = object.key();
            return isFirst && !object.isDeleteMarker();
        };
        return versions.filter(isNewest);
    }

    /** Lists all versions; {@code afterVersion} is the version of {@code query.after()} that came last, if any. */
    public static Listing versions(Objects objects, String bucket, VersionQuery query) {
        return new Pager(query.keys(), start -> query.rest(objects.from(bucket, start))).page();
    }

    /** A listing of versions. */
    public record VersionQuery(Query keys, String afterVersion) {
        private Stream<StoredObject> rest(Stream<StoredObject> all) {
            boolean[] isPast = {false};
            return all.filter(object -> {
                if (isPast[0] || !object.key().equals(keys.after())) {
                    return true;
                }
                isPast[0] = object.version().equals(afterVersion);
                return false;
            });
        }
    }
}
