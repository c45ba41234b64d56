package sst.model.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The typed values of a block, read by generated code when the record is made. */
public final class PropValues {
    private final Map<String, Object> values;

    PropValues(Map<String, Object> values) {
        this.values = values;
    }

    /** The value, or null when it is not set. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T get(String name) {
        return (T) values.get(name);
    }

    /** The list, empty when it is not set. */
    @SuppressWarnings("unchecked")
    public <T> List<T> list(String name) {
        return (List<T>) values.getOrDefault(name, List.of());
    }

    /** The map in the order written, empty when it is not set. */
    @SuppressWarnings("unchecked")
    public <T> Map<String, T> map(String name) {
        return (Map<String, T>) values.getOrDefault(name, new LinkedHashMap<String, T>());
    }
}
