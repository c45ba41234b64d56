package sst.local.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * A map of the store file whose every use pins the version that it reads: what older versions occupied is written over
 * as soon as nobody needs it.
 */
final class PinnedMap<K> {
    private static final int BATCH = 64;

    private final MVMap<K, byte[]> map;
    private final GroupCommit commits;

    PinnedMap(MVMap<K, byte[]> map, GroupCommit commits) {
        this.map = map;
        this.commits = commits;
    }

    <T> T pinned(Function<MVMap<K, byte[]>, T> use) {
        MVStore store = map.getStore();
        MVStore.TxCounter version = store.registerVersionUsage();
        try {
            return use.apply(map);
        } finally {
            store.deregisterVersionUsage(version);
        }
    }

    Comparator<? super K> order() {
        return map.getKeyType();
    }

    byte @Nullable [] get(K key) {
        return pinned(pinned -> pinned.get(key));
    }

    byte @Nullable [] put(K key, byte[] value) {
        return changed(pinned -> pinned.put(key, value));
    }

    byte @Nullable [] putIfAbsent(K key, byte[] value) {
        return changed(pinned -> pinned.putIfAbsent(key, value));
    }

    byte @Nullable [] remove(K key) {
        return changed(pinned -> pinned.remove(key));
    }

    private byte @Nullable [] changed(Function<MVMap<K, byte[]>, byte @Nullable []> change) {
        return commits.whole(() -> pinned(change));
    }

    /** The next entries of a range beyond a key, or from the range's edge on when there is no key yet. */
    List<Map.Entry<K, byte[]>> batch(Range<K> range, boolean descending, @Nullable K beyond) {
        Range<K> rest = descending ? range.to(beyond, false, order()) : range.from(beyond, false, order());
        return pinned(pinned -> {
            Cursor<K, byte[]> cursor = descending
                    ? pinned.cursor(rest.high(), rest.low(), true)
                    : pinned.cursor(rest.low(), rest.high(), false);
            List<Map.Entry<K, byte[]>> batch = new ArrayList<>();
            while (cursor.hasNext() && batch.size() < BATCH) {
                K key = cursor.next();
                if (rest.contains(key, order())) {
                    batch.add(Map.entry(key, cursor.getValue()));
                }
            }
            return batch;
        });
    }
}
