package sst.model.schema;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A record of props, written as a map, as a block, or as the record itself. */
record NestedType<R extends Record>(Supplier<BlockSchema<R>> schema, boolean isPartial) implements PropType<R> {
    @Override
    public String description() {
        return "a block or map with " + String.join(", ", schema.get().names());
    }

    @Override
    public R coerce(Object raw) {
        boolean isForm = raw instanceof Map || raw instanceof Consumer || raw instanceof Block;
        if (!isForm && !(raw instanceof Record record && isOurs(record))) {
            throw mismatch(raw);
        }
        return isPartial ? schema.get().readPartial(raw) : schema.get().read(raw);
    }

    private boolean isOurs(Record record) {
        return schema.get().newBlock().partial().getClass().isInstance(record);
    }

    @Override
    public R merge(R earlier, R later) {
        return schema.get().merge(earlier, later);
    }

    @Override
    public Optional<BlockSchema<?>> block() {
        return Optional.of(schema.get());
    }
}
