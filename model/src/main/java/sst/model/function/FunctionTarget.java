package sst.model.function;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropType;

/**
 * Something that a function answers or consumes, written as the function alone or as props with a {@code function} among
 * them. Names that the props do not have are the function's: {@code consumer handler: 'a.b', timeout: 5}.
 */
public final class FunctionTarget {
    private static final PropType<FunctionDefinition> FUNCTION = FunctionDefinition.type();

    private FunctionTarget() {}

    /** The type of a record that has a component {@code function}. */
    public static <R extends Record> PropType<R> type(Supplier<BlockSchema<R>> schema) {
        return new TargetType<>(schema);
    }

    /** The record from a handler, a function, a body of function props, or a map of both kinds of props. */
    public static <R extends Record> R read(BlockSchema<R> schema, Object raw) {
        Map<String, Object> props =
                raw instanceof Map<?, ?> map ? split(schema, map) : Map.of("function", FUNCTION.coerce(raw));
        return schema.read(props);
    }

    private static Map<String, Object> split(BlockSchema<?> schema, Map<?, ?> map) {
        Map<String, Object> own = new LinkedHashMap<>();
        Map<String, Object> function = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            String name = String.valueOf(key);
            boolean isOwn = schema.prop(name).isPresent();
            if (!name.equals("type") || isOwn) {
                (isOwn ? own : function).put(name, value);
            }
        });
        if (!function.isEmpty()) {
            own.put("function", FUNCTION.coerce(function));
        }
        return own;
    }

    private record TargetType<R extends Record>(Supplier<BlockSchema<R>> schema) implements PropType<R> {
        @Override
        public String description() {
            return FUNCTION.description();
        }

        @Override
        @SuppressWarnings("unchecked")
        public R coerce(Object raw) {
            boolean isRead = raw instanceof Record
                    && schema.get().newBlock().partial().getClass().isInstance(raw);
            return isRead ? (R) raw : FunctionTarget.read(schema.get(), raw);
        }

        @Override
        public Optional<BlockSchema<?>> block() {
            return FUNCTION.block();
        }
    }
}
