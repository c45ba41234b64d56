package sst.local.store;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Walks one range of a map as it was when the walk began; changes made meanwhile neither show nor disturb. */
final class Walk<K, T> implements Iterator<T> {
    private final MVMap<K, byte[]> map;
    private final Range<K> range;
    private final Cursor<K, byte[]> cursor;
    private final Function<Cursor<K, byte[]>, T> show;
    private @Nullable K next;
    private @Nullable K last;

    Walk(MVMap<K, byte[]> map, Range<K> range, boolean descending, Function<Cursor<K, byte[]>, T> show) {
        this.map = map;
        this.range = range;
        this.show = show;
        this.cursor =
                descending ? map.cursor(range.high(), range.low(), true) : map.cursor(range.low(), range.high(), false);
        advance();
    }

    private void advance() {
        next = null;
        while (next == null && cursor.hasNext()) {
            K key = cursor.next();
            if (range.contains(key, map.getKeyType())) {
                next = key;
            }
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public T next() {
        K here = next;
        if (here == null) {
            throw new NoSuchElementException();
        }
        T shown = show.apply(cursor);
        last = here;
        advance();
        return shown;
    }

    @Override
    public void remove() {
        if (last == null) {
            throw new IllegalStateException("nothing to remove");
        }
        map.remove(last);
        last = null;
    }
}
