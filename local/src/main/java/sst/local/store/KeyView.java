package sst.local.store;

import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.Spliterator;
import org.jspecify.annotations.Nullable;

/** The keys of a {@link MapView}; walking them decodes no value. */
final class KeyView<K> extends AbstractSet<K> implements NavigableSet<K> {
    private final MapView<K, ?> map;

    KeyView(MapView<K, ?> map) {
        this.map = map;
    }

    @Override
    public Iterator<K> iterator() {
        return map.keys();
    }

    @Override
    public Spliterator<K> spliterator() {
        return MapView.unsized(iterator());
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public boolean isEmpty() {
        return map.isEmpty();
    }

    @Override
    public boolean contains(@Nullable Object key) {
        return map.containsKey(key);
    }

    @Override
    public boolean remove(@Nullable Object key) {
        return map.remove(key) != null;
    }

    @Override
    public void clear() {
        map.clear();
    }

    @Override
    public Comparator<? super K> comparator() {
        return map.comparator();
    }

    @Override
    public K first() {
        return map.firstKey();
    }

    @Override
    public K last() {
        return map.lastKey();
    }

    @Override
    public @Nullable K lower(K key) {
        return map.lowerKey(key);
    }

    @Override
    public @Nullable K floor(K key) {
        return map.floorKey(key);
    }

    @Override
    public @Nullable K ceiling(K key) {
        return map.ceilingKey(key);
    }

    @Override
    public @Nullable K higher(K key) {
        return map.higherKey(key);
    }

    @Override
    public @Nullable K pollFirst() {
        K first = map.edgeKey(false);
        if (first != null) {
            map.remove(first);
        }
        return first;
    }

    @Override
    public @Nullable K pollLast() {
        K last = map.edgeKey(true);
        if (last != null) {
            map.remove(last);
        }
        return last;
    }

    @Override
    public NavigableSet<K> descendingSet() {
        return map.descendingMap().navigableKeySet();
    }

    @Override
    public Iterator<K> descendingIterator() {
        return descendingSet().iterator();
    }

    @Override
    public NavigableSet<K> subSet(K from, boolean fromIncluded, K to, boolean toIncluded) {
        return map.subMap(from, fromIncluded, to, toIncluded).navigableKeySet();
    }

    @Override
    public NavigableSet<K> headSet(K to, boolean included) {
        return map.headMap(to, included).navigableKeySet();
    }

    @Override
    public NavigableSet<K> tailSet(K from, boolean included) {
        return map.tailMap(from, included).navigableKeySet();
    }

    @Override
    public SortedSet<K> subSet(K from, K to) {
        return subSet(from, true, to, false);
    }

    @Override
    public SortedSet<K> headSet(K to) {
        return headSet(to, false);
    }

    @Override
    public SortedSet<K> tailSet(K from) {
        return tailSet(from, true);
    }
}
