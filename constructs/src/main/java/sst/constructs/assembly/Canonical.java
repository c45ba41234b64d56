package sst.constructs.assembly;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.model.value.CdkHook;

/** Writes a model as one text that is the same for the same model in every run; closures stand there by their place. */
final class Canonical {
    private final StringBuilder out = new StringBuilder();
    private boolean hasClosures;

    String of(Object... values) {
        for (Object value : values) {
            write(value);
        }
        return out.toString();
    }

    boolean hasClosures() {
        return hasClosures;
    }

    private void write(@Nullable Object value) {
        if (value instanceof CdkHook hook) {
            hasClosures = true;
            out.append("closure ").append(hook.at()).append(';');
        } else if (value instanceof Record record) {
            writeRecord(record);
        } else if (value instanceof Map<?, ?> map) {
            out.append('{');
            map.forEach((key, each) -> {
                write(key);
                write(each);
            });
            out.append('}');
        } else if (value instanceof Iterable<?> items) {
            out.append('[');
            items.forEach(this::write);
            out.append(']');
        } else if (value instanceof Optional<?> optional) {
            write(optional.orElse(null));
        } else {
            String text = String.valueOf(value);
            out.append(text.length()).append(':').append(text).append(';');
        }
    }

    private void writeRecord(Record record) {
        out.append(record.getClass().getSimpleName()).append('(');
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                write(component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + record.getClass(), e);
            }
        }
        out.append(')');
    }
}
