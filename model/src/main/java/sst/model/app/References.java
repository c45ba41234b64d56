package sst.model.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sst.model.ref.ConstructId;
import sst.model.ref.Ref;
import sst.model.ref.Tokens;

/** Finds the constructs that a value names, however deep: in texts, maps, lists and records. */
public final class References {
    private References() {}

    /** Every construct named below the value. */
    public static Set<ConstructId> in(Object value) {
        Set<ConstructId> found = new LinkedHashSet<>();
        collect(value, found);
        return found;
    }

    private static void collect(Object value, Set<ConstructId> found) {
        if (value instanceof ConstructId id) {
            found.add(id);
        } else if (value instanceof CharSequence text) {
            Tokens.refsIn(text).stream().map(Ref::target).forEach(found::add);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> collect(each, found));
        } else if (value instanceof Iterable<?> items) {
            items.forEach(each -> collect(each, found));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(each -> collect(each, found));
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                collectFrom(record, component, found);
            }
        }
    }

    private static void collectFrom(Record record, RecordComponent component, Set<ConstructId> found) {
        try {
            Object value = component.getAccessor().invoke(record);
            if (value != null) {
                collect(value, found);
            }
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException("record " + record.getClass() + " cannot be read", unreadable);
        }
    }
}
