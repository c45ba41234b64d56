package sst.model.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A map with the user's own keys, written as a map or as a block; calls add up. */
record MapType<T>(PropType<T> value, Function<PropType<T>, ? extends MapBlock<T>> factory)
        implements PropType<Map<String, T>> {
    @Override
    public String description() {
        return "a map or block, each value " + value.description();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, T> coerce(Object raw) {
        MapBlock<T> block = factory.apply(value);
        if (raw instanceof Map<?, ?> map) {
            PropTypes.inOrder(map).forEach((key, each) -> block.entry(String.valueOf(key), each));
        } else if (raw instanceof Consumer<?> body) {
            ((Consumer<Object>) body).accept(block);
        } else {
            throw mismatch(raw);
        }
        return block.entries();
    }

    @Override
    public boolean isMap() {
        return true;
    }

    @Override
    public Map<String, T> merge(Map<String, T> earlier, Map<String, T> later) {
        return PropTypes.overlay(earlier, later);
    }

    @Override
    public Optional<BlockSchema<?>> block() {
        return value.block();
    }

    @Override
    public List<BlockSchema<?>> blocks() {
        return value.blocks();
    }
}
