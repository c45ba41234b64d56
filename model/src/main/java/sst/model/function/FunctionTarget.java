package sst.model.function;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import sst.model.schema.BlockSchema;
import sst.model.schema.OpenBlock;
import sst.model.schema.PropType;
import sst.model.schema.written.Body;
import sst.model.value.CdkOverride;

/**
 * Something that a function answers or consumes, written as the function alone or as props with a {@code function} among
 * them. Names that the props do not have are the function's: {@code consumer handler: 'a.b', timeout: 5}.
 */
public final class FunctionTarget {
    private static final PropType<FunctionDefinition> FUNCTION = FunctionDefinition.type();
    private static final String FUNCTION_PROP = "function";
    private static final String CDK = "cdk";

    private FunctionTarget() {}

    /** The type of a record that has a component {@code function}. */
    public static <R extends Record> PropType<R> type(Supplier<BlockSchema<R>> schema) {
        return new TargetType<>(schema);
    }

    /** The record from a handler, a function, a body of function props, or a map of both kinds of props. */
    public static <R extends Record> R read(BlockSchema<R> schema, Object raw) {
        if (raw instanceof Body body) {
            return schema.read(
                    split(schema, OpenBlock.read(body, FUNCTION_PROP, List.of(schema, FunctionBlock.SCHEMA))));
        }
        return schema.read(
                raw instanceof Map<?, ?> map ? split(schema, map) : Map.of(FUNCTION_PROP, FUNCTION.coerce(raw)));
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
        if (own.get(CDK) instanceof Map<?, ?> cdk && !own.containsKey(FUNCTION_PROP)) {
            moveProps(cdk, own, function);
        }
        if (!function.isEmpty() || own.isEmpty()) {
            own.put(FUNCTION_PROP, FUNCTION.coerce(function));
        }
        return own;
    }

    /** CDK props under {@code cdk.function} shape a function that stands in the same block; an object replaces it. */
    private static void moveProps(Map<?, ?> cdk, Map<String, Object> own, Map<String, Object> function) {
        Object written = cdk.get(FUNCTION_PROP);
        if (written instanceof Map || (written instanceof CdkOverride override && !override.isGiven())) {
            Map<Object, Object> rest = new LinkedHashMap<>(cdk);
            rest.remove(FUNCTION_PROP);
            own.put(CDK, rest);
            function.put(CDK, Map.of(FUNCTION_PROP, written));
        }
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
            return Optional.of(OpenBlock.schema(FUNCTION_PROP, List.of(schema.get(), FunctionBlock.SCHEMA)));
        }

        @Override
        public List<BlockSchema<?>> blocks() {
            return List.of(schema.get());
        }
    }
}
