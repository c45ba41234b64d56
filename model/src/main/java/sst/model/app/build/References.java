package sst.model.app.build;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import sst.model.function.FunctionDefinition;
import sst.model.function.FunctionProps;
import sst.model.ref.ConstructId;
import sst.model.ref.Ref;
import sst.model.ref.Tokens;

/** Finds the constructs that a value names, however deep: in texts, maps, lists and records. */
public final class References {
    private References() {}

    /** Every construct named below the value. */
    public static Set<ConstructId> in(Object value) {
        Set<ConstructId> found = new LinkedHashSet<>();
        walk(value, each -> {
            if (each instanceof ConstructId id) {
                found.add(id);
            } else if (each instanceof CharSequence text) {
                Tokens.refsIn(text).stream().map(Ref::target).forEach(found::add);
            }
        });
        return found;
    }

    /** Whether a function is made from the value or something below it. */
    static boolean isFunctionMade(Object value) {
        List<Object> found = new ArrayList<>();
        walk(value, each -> {
            if (each instanceof FunctionProps || each instanceof FunctionDefinition.Inline) {
                found.add(each);
            }
        });
        return !found.isEmpty();
    }

    private static void walk(Object value, Consumer<Object> visitor) {
        visitor.accept(value);
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> walk(each, visitor));
        } else if (value instanceof Iterable<?> items) {
            items.forEach(each -> walk(each, visitor));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(each -> walk(each, visitor));
        } else if (value instanceof Record record && !(value instanceof ConstructId)) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                component(record, component).ifPresent(each -> walk(each, visitor));
            }
        }
    }

    private static Optional<Object> component(Record record, RecordComponent component) {
        try {
            return Optional.ofNullable(component.getAccessor().invoke(record));
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException("record " + record.getClass() + " cannot be read", unreadable);
        }
    }
}
