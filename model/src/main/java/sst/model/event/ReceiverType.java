package sst.model.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import sst.model.function.FunctionTarget;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropType;
import sst.model.schema.written.Mismatch;
import sst.model.schema.written.Shown;

/**
 * A receiver that may be written as another construct's handle too: {@code subscribers mail: queue}.
 *
 * @param schema its props
 * @param handles the prop that takes a handle, by the handle's class
 */
public record ReceiverType<R extends Record>(Supplier<BlockSchema<R>> schema, Map<Class<?>, String> handles)
        implements PropType<R> {
    @Override
    public String description() {
        return "a handler such as 'src/list.main', a function, a " + String.join(", a ", kinds())
                + ", or a map of props";
    }

    @Override
    public R coerce(Object raw) {
        if (raw instanceof Map<?, ?> map && map.get("type") != null) {
            requireKind(map.get("type"));
        }
        String prop = handles.get(raw.getClass());
        return prop == null
                ? FunctionTarget.type(schema).coerce(raw)
                : schema.get().read(Map.of(prop, raw));
    }

    /** In an order that is the same in each run, for the docs are made of it. */
    private List<String> kinds() {
        return handles.values().stream().sorted().toList();
    }

    /** SST v2 wants the kind beside the props that tell it anyway. */
    private void requireKind(Object kind) {
        List<String> kinds = Stream.concat(Stream.of("function", "log_group"), kinds().stream())
                .toList();
        if (!kinds.contains(String.valueOf(kind))) {
            throw new Mismatch(
                    Shown.of(kind) + " is no kind of receiver here", "write one of " + String.join(", ", kinds));
        }
    }

    @Override
    public Optional<BlockSchema<?>> block() {
        return FunctionTarget.type(schema).block();
    }

    @Override
    public List<BlockSchema<?>> blocks() {
        return FunctionTarget.type(schema).blocks();
    }
}
