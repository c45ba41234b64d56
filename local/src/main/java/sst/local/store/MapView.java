package sst.local.store;

import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.Spliterator;
import java.util.Spliterators;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A {@link NavigableMap} over a map of the store file: all of it or a range, in either direction. */
final class MapView<K, V> extends AbstractMap<K, V> implements NavigableMap<K, V> {
    private final PinnedMap<K> map;
    private final ValueCodec<V> codec;
    private final Range<K> range;
    private final boolean descending;

    MapView(PinnedMap<K> map, ValueCodec<V> codec) {
        this(map, codec, Range.all(), false);
    }

    private MapView(PinnedMap<K> map, ValueCodec<V> codec, Range<K> range, boolean descending) {
        this.map = map;
        this.codec = codec;
        this.range = range;
        this.descending = descending;
    }

    @SuppressWarnings("unchecked")
    private @Nullable K inside(@Nullable Object key) {
        K typed = (K) key;
        return typed != null && range.contains(typed, map.order()) ? typed : null;
    }

    private K checked(K key) {
        if (!range.contains(key, map.order())) {
            throw new IllegalArgumentException("key out of range");
        }
        return key;
    }

    private @Nullable V decoded(byte @Nullable [] bytes) {
        return bytes == null ? null : codec.decode(bytes);
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        K here = inside(key);
        return here == null ? null : decoded(map.get(here));
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        K here = inside(key);
        return here != null && map.pinned(pinned -> pinned.containsKey(here));
    }

    @Override
    public @Nullable V put(K key, V value) {
        byte[] bytes = codec.encode(value);
        K here = checked(key);
        return decoded(map.put(here, bytes));
    }

    @Override
    public @Nullable V putIfAbsent(K key, V value) {
        byte[] bytes = codec.encode(value);
        K here = checked(key);
        return decoded(map.putIfAbsent(here, bytes));
    }

    @Override
    public @Nullable V remove(@Nullable Object key) {
        K here = inside(key);
        return here == null ? null : decoded(map.remove(here));
    }

    @Override
    public void clear() {
        keys().forEachRemaining(map::remove);
    }

    @Override
    public int size() {
        if (range.isAll()) {
            return map.pinned(MVMap::size);
        }
        K first = next(null, true, true);
        K last = next(null, true, false);
        if (first == null || last == null) {
            return 0;
        }
        return map.pinned(pinned -> Math.toIntExact(pinned.getKeyIndex(last) - pinned.getKeyIndex(first) + 1));
    }

    @Override
    public boolean isEmpty() {
        return edgeKey(false) == null;
    }

    /** The key next to {@code from} in the file's order, or the range's edge when {@code from} is null. */
    private @Nullable K next(@Nullable K from, boolean included, boolean upward) {
        Comparator<? super K> order = map.order();
        boolean outside = from != null && (upward ? range.isBelow(from, order) : range.isAbove(from, order));
        if (from == null || outside) {
            K edge = upward ? range.low() : range.high();
            if (edge == null) {
                K outermost = map.pinned(upward ? MVMap::firstKey : MVMap::lastKey);
                return outermost != null && range.contains(outermost, order) ? outermost : null;
            }
            return next(edge, upward ? range.lowIncluded() : range.highIncluded(), upward, order);
        }
        return next(from, included, upward, order);
    }

    private @Nullable K next(K from, boolean included, boolean upward, Comparator<? super K> order) {
        K found = map.pinned(pinned -> {
            if (upward) {
                return included ? pinned.ceilingKey(from) : pinned.higherKey(from);
            }
            return included ? pinned.floorKey(from) : pinned.lowerKey(from);
        });
        return found != null && range.contains(found, order) ? found : null;
    }

    @Nullable
    K edgeKey(boolean last) {
        return next(null, true, last == descending);
    }

    private @Nullable Entry<K, V> entry(@Nullable K key) {
        V value = key == null ? null : get(key);
        return value == null ? null : Map.entry(key, value);
    }

    private @Nullable Entry<K, V> polled(boolean last) {
        Entry<K, V> edge = entry(edgeKey(last));
        if (edge != null) {
            map.remove(edge.getKey());
        }
        return edge;
    }

    private K existing(@Nullable K key) {
        if (key == null) {
            throw new NoSuchElementException("empty map");
        }
        return key;
    }

    Iterator<K> keys() {
        return new Walk<>(map, range, descending, Entry::getKey);
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<K, V>> iterator() {
                return new Walk<>(
                        map, range, descending, at -> new Stored<>(at.getKey(), at.getValue(), codec, MapView.this));
            }

            @Override
            public int size() {
                return MapView.this.size();
            }

            @Override
            public Spliterator<Entry<K, V>> spliterator() {
                return unsized(iterator());
            }
        };
    }

    @Override
    public Collection<V> values() {
        Collection<V> values = super.values();
        return new AbstractCollection<>() {
            @Override
            public Iterator<V> iterator() {
                return values.iterator();
            }

            @Override
            public int size() {
                return MapView.this.size();
            }

            @Override
            public Spliterator<V> spliterator() {
                return unsized(iterator());
            }
        };
    }

    /** Others may add while a stream runs; a stream that was told a size fails when there is more. */
    static <T> Spliterator<T> unsized(Iterator<T> items) {
        return Spliterators.spliteratorUnknownSize(items, Spliterator.NONNULL);
    }

    @Override
    public Comparator<? super K> comparator() {
        return descending ? map.order().reversed() : map.order();
    }

    @Override
    public K firstKey() {
        return existing(edgeKey(false));
    }

    @Override
    public K lastKey() {
        return existing(edgeKey(true));
    }

    @Override
    public @Nullable K lowerKey(K key) {
        return next(key, false, descending);
    }

    @Override
    public @Nullable K floorKey(K key) {
        return next(key, true, descending);
    }

    @Override
    public @Nullable K ceilingKey(K key) {
        return next(key, true, !descending);
    }

    @Override
    public @Nullable K higherKey(K key) {
        return next(key, false, !descending);
    }

    @Override
    public @Nullable Entry<K, V> lowerEntry(K key) {
        return entry(lowerKey(key));
    }

    @Override
    public @Nullable Entry<K, V> floorEntry(K key) {
        return entry(floorKey(key));
    }

    @Override
    public @Nullable Entry<K, V> ceilingEntry(K key) {
        return entry(ceilingKey(key));
    }

    @Override
    public @Nullable Entry<K, V> higherEntry(K key) {
        return entry(higherKey(key));
    }

    @Override
    public @Nullable Entry<K, V> firstEntry() {
        return entry(edgeKey(false));
    }

    @Override
    public @Nullable Entry<K, V> lastEntry() {
        return entry(edgeKey(true));
    }

    @Override
    public @Nullable Entry<K, V> pollFirstEntry() {
        return polled(false);
    }

    @Override
    public @Nullable Entry<K, V> pollLastEntry() {
        return polled(true);
    }

    @Override
    public NavigableMap<K, V> descendingMap() {
        return new MapView<>(map, codec, range, !descending);
    }

    @Override
    public NavigableSet<K> navigableKeySet() {
        return new KeyView<>(this);
    }

    @Override
    public NavigableSet<K> keySet() {
        return navigableKeySet();
    }

    @Override
    public NavigableSet<K> descendingKeySet() {
        return descendingMap().navigableKeySet();
    }

    @Override
    public NavigableMap<K, V> subMap(K from, boolean fromIncluded, K to, boolean toIncluded) {
        return tailMap(from, fromIncluded).headMap(to, toIncluded);
    }

    @Override
    public NavigableMap<K, V> headMap(K to, boolean included) {
        return narrowed(descending ? range.from(to, included, map.order()) : range.to(to, included, map.order()));
    }

    @Override
    public NavigableMap<K, V> tailMap(K from, boolean included) {
        return narrowed(descending ? range.to(from, included, map.order()) : range.from(from, included, map.order()));
    }

    private NavigableMap<K, V> narrowed(Range<K> part) {
        return new MapView<>(map, codec, part, descending);
    }

    @Override
    public SortedMap<K, V> subMap(K from, K to) {
        return subMap(from, true, to, false);
    }

    @Override
    public SortedMap<K, V> headMap(K to) {
        return headMap(to, false);
    }

    @Override
    public SortedMap<K, V> tailMap(K from) {
        return tailMap(from, true);
    }
}
