package sst.model.event;

import java.util.function.Function;
import sst.model.construct.ConstructHandle;
import sst.model.ref.ConstructId;
import sst.model.schema.PropType;

/**
 * A prop that names a construct by its handle.
 *
 * @param handle the handle's class
 * @param typed the value's class
 * @param make the value from the construct's identity
 */
public record HandleType<T, H extends ConstructHandle<?>>(
        Class<H> handle, Class<T> typed, Function<ConstructId, T> make) implements PropType<T> {
    @Override
    public String description() {
        return "a " + handle.getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public T coerce(Object raw) {
        if (typed.isInstance(raw)) {
            return typed.cast(raw);
        }
        if (handle.isInstance(raw)) {
            return make.apply(handle.cast(raw).constructId());
        }
        throw mismatch(raw);
    }
}
