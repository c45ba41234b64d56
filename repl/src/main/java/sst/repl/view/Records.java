package sst.repl.view;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads records by the names of their components, and makes new ones that differ in one. */
public final class Records {
    private Records() {}

    /** The components by name, in order; null ones too. */
    public static Map<String, @Nullable Object> components(Record record) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            all.put(component.getName(), read(record, component));
        }
        return all;
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + record.getClass(), e);
        }
    }

    /** Whether a value says nothing: null, or a collection or map without entries. */
    public static boolean isNothing(@Nullable Object value) {
        if (value instanceof Collection<?> all) {
            return all.isEmpty();
        }
        return value instanceof Map<?, ?> map ? map.isEmpty() : value == null;
    }

    /** The same record with another value in one component. */
    static <R extends Record> R with(R record, String name, @Nullable Object value) {
        Map<String, @Nullable Object> all = components(record);
        all.put(name, value);
        Class<?>[] types = Arrays.stream(record.getClass().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked")
            Class<R> type = (Class<R>) record.getClass();
            return type.getDeclaredConstructor(types).newInstance(all.values().toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + record.getClass(), e);
        }
    }

    /** The record of a type in a value: the value itself, or what it wraps. */
    static <R extends Record> Optional<R> inside(@Nullable Object value, Class<R> type) {
        if (type.isInstance(value)) {
            return Optional.of(type.cast(value));
        }
        if (!(value instanceof Record record)) {
            return Optional.empty();
        }
        return components(record).values().stream()
                .flatMap(each -> inside(each, type).stream())
                .findFirst();
    }

    /** The value with another record of that type in it. */
    static Record replaced(Record value, Record inner) {
        if (inner.getClass().isInstance(value)) {
            return inner;
        }
        Record result = value;
        for (Map.Entry<String, @Nullable Object> each : components(value).entrySet()) {
            Object component = each.getValue();
            if (component instanceof Record wrapped
                    && inside(wrapped, inner.getClass()).isPresent()) {
                return with(result, each.getKey(), replaced(wrapped, inner));
            }
        }
        return result;
    }
}
