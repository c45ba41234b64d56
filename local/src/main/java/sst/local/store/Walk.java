package sst.local.store;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks one range of a map, some entries at a time; changes made meanwhile may or may not show, and never disturb. */
final class Walk<K, T> implements Iterator<T> {
    private final PinnedMap<K> map;
    private final Range<K> range;
    private final boolean descending;
    private final Function<Map.Entry<K, byte[]>, T> show;
    private Iterator<Map.Entry<K, byte[]>> batch =
            List.<Map.Entry<K, byte[]>>of().iterator();
    private @Nullable K last;
    private boolean isRemovable;

    Walk(PinnedMap<K> map, Range<K> range, boolean descending, Function<Map.Entry<K, byte[]>, T> show) {
        this.map = map;
        this.range = range;
        this.descending = descending;
        this.show = show;
    }

    @Override
    public boolean hasNext() {
        if (!batch.hasNext()) {
            batch = map.batch(range, descending, last).iterator();
        }
        return batch.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Map.Entry<K, byte[]> entry = batch.next();
        last = entry.getKey();
        isRemovable = true;
        return show.apply(entry);
    }

    @Override
    public void remove() {
        K key = last;
        if (key == null || !isRemovable) {
            throw new IllegalStateException("nothing to remove");
        }
        map.remove(key);
        isRemovable = false;
    }
}
