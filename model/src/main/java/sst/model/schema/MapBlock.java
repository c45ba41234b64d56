package sst.model.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import sst.model.schema.written.Mismatch;

/**
 * A block whose names are the user's own, such as {@code globalIndexes { ByDate partitionKey: 'date' }}.
 *
 * @param <T> the type of its values
 */
public class MapBlock<T> {
    private final PropType<T> type;
    private final Map<String, T> entries = new LinkedHashMap<>();

    public MapBlock(PropType<T> type) {
        this.type = type;
    }

    /** Adds an entry; the value may have any form that the type takes. */
    public final void entry(String key, Object raw) {
        String checked = key(key);
        T value;
        try {
            value = type.coerce(raw);
        } catch (Mismatch mismatch) {
            throw new Mismatch("'" + key + "': " + mismatch.reason(), mismatch.hint());
        }
        T earlier = entries.get(checked);
        entries.put(checked, earlier == null ? value : type.merge(earlier, value));
    }

    /**
     * The key as it is kept.
     *
     * @throws Mismatch when it is not a key that this block takes
     */
    protected String key(String written) {
        return written;
    }

    /** What was added, in order. */
    public final Map<String, T> entries() {
        return new LinkedHashMap<>(entries);
    }
}
