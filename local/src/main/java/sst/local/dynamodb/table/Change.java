package sst.local.dynamodb.table;

import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.value.Item;

/**
 * One item's change, as the write path made it; streams and their consumers are fed from these.
 *
 * @param key the item's key attributes
 * @param before the old image; null when there was no item
 * @param after the new image; null when there is none any more
 * @param isExpiry whether the item's time to live was over
 */
public record Change(Item key, @Nullable Item before, @Nullable Item after, boolean isExpiry) {
    /** A change that a caller made. */
    public Change(Item key, @Nullable Item before, @Nullable Item after) {
        this(key, before, after, false);
    }

    /** Size of the old image, zero for none. */
    public long sizeBefore() {
        return before == null ? 0 : before.size();
    }

    /** Size of the new image, zero for none. */
    public long sizeAfter() {
        return after == null ? 0 : after.size();
    }
}
