package sst.local.dynamodb.table;

import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.value.Item;

/**
 * One item's change, as the write path made it; streams and their consumers are fed from these.
 *
 * @param key the item's key attributes
 * @param before the old image; null when there was no item
 * @param after the new image; null when there is none any more
 */
public record Change(Item key, @Nullable Item before, @Nullable Item after) {
    /** Size of the old image, zero for none. */
    public long sizeBefore() {
        return before == null ? 0 : before.size();
    }

    /** Size of the new image, zero for none. */
    public long sizeAfter() {
        return after == null ? 0 : after.size();
    }
}
