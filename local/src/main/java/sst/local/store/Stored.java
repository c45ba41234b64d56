package sst.local.store;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entry met on a walk; its value is decoded only when it is asked for. */
final class Stored<K, V> implements Map.Entry<K, V> {
    private final K key;
    private final byte[] bytes;
    private final ValueCodec<V> codec;
    private final Map<K, V> owner;

    Stored(K key, byte[] bytes, ValueCodec<V> codec, Map<K, V> owner) {
        this.key = key;
        this.bytes = bytes;
        this.codec = codec;
        this.owner = owner;
    }

    @Override
    public K getKey() {
        return key;
    }

    @Override
    public V getValue() {
        return codec.decode(bytes);
    }

    @Override
    public @Nullable V setValue(V value) {
        return owner.put(key, value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Map.Entry<?, ?> entry
                && key.equals(entry.getKey())
                && Objects.equals(getValue(), entry.getValue());
    }

    @Override
    public int hashCode() {
        return key.hashCode() ^ Objects.hashCode(getValue());
    }

    @Override
    public String toString() {
        return key + "=" + getValue();
    }
}
