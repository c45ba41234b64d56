package sst.local.store;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The part of a sorted map that a view shows.
 *
 * @param low the lower edge; null for none
 * @param lowIncluded whether the lower edge belongs to the part
 * @param high the upper edge; null for none
 * @param highIncluded whether the upper edge belongs to the part
 */
record Range<K>(@Nullable K low, boolean lowIncluded, @Nullable K high, boolean highIncluded) {
    static <K> Range<K> all() {
        return new Range<>(null, false, null, false);
    }

    boolean isAll() {
        return low == null && high == null;
    }

    boolean isBelow(K key, Comparator<? super K> order) {
        if (low == null) {
            return false;
        }
        int side = order.compare(key, low);
        return side < 0 || (side == 0 && !lowIncluded);
    }

    boolean isAbove(K key, Comparator<? super K> order) {
        if (high == null) {
            return false;
        }
        int side = order.compare(key, high);
        return side > 0 || (side == 0 && !highIncluded);
    }

    boolean contains(K key, Comparator<? super K> order) {
        return !isBelow(key, order) && !isAbove(key, order);
    }

    Range<K> from(@Nullable K edge, boolean included, Comparator<? super K> order) {
        if (edge == null || isBelow(edge, order)) {
            return this;
        }
        return new Range<>(edge, included && contains(edge, order), high, highIncluded);
    }

    Range<K> to(@Nullable K edge, boolean included, Comparator<? super K> order) {
        if (edge == null || isAbove(edge, order)) {
            return this;
        }
        return new Range<>(low, lowIncluded, edge, included && contains(edge, order));
    }
}
