package sst.model.schema;

import java.util.List;
import java.util.Optional;
import sst.model.schema.written.Mismatch;
import sst.model.schema.written.Shown;

/**
 * The form of a prop's value: how raw values become typed ones, and what to tell users about it.
 *
 * @param <T> the typed value
 */
public interface PropType<T> {
    /** What to write, as a noun phrase: {@code a duration such as '10 seconds'}. */
    String description();

    /**
     * The typed value.
     *
     * @param raw what the user wrote: text, number, boolean, map, list, handle, reference, or a block's body
     * @throws Mismatch when it has another form
     */
    T coerce(Object raw);

    /** What two settings of the prop give together; the later one wins unless the type accumulates. */
    default T merge(T earlier, T later) {
        return later;
    }

    /** The texts that may be written, when they can be listed. */
    default List<String> choices() {
        return List.of();
    }

    /** The schema of the block that may be written in place. */
    default Optional<BlockSchema<?>> block() {
        return Optional.empty();
    }

    /** Whether values are maps with the user's own keys. */
    default boolean isMap() {
        return false;
    }

    /** The schemas of all blocks that may be written in place, for a value of several kinds. */
    default List<BlockSchema<?>> blocks() {
        return block().<List<BlockSchema<?>>>map(List::of).orElse(List.of());
    }

    /** Whether a list of several arguments is one value of this type, as in {@code bind table, 'read'}. */
    default boolean isOneValue(List<?> arguments) {
        return false;
    }

    /** Whether a value makes all others of a list needless, as the permission {@code '*'} does. */
    default boolean coversAll(T value) {
        return false;
    }

    /** The error for a value of another form. */
    default Mismatch mismatch(Object raw) {
        return new Mismatch("expected " + description() + ", got " + Shown.of(raw), "");
    }
}
