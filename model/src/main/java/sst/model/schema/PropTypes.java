package sst.model.schema;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import sst.model.schema.written.Size;

/** The types that props are usually made of. */
public final class PropTypes {
    private PropTypes() {}

    /** Text; a reference is text too. */
    public static PropType<String> text() {
        return Scalars.TEXT;
    }

    /** A whole number. */
    public static PropType<Integer> integer() {
        return Scalars.INTEGER;
    }

    /** True or false. */
    public static PropType<Boolean> flag() {
        return Scalars.FLAG;
    }

    /** {@code '10 seconds'}, {@code '5 minutes'}, {@code '1 hour'}, {@code '2 days'}; a number counts seconds. */
    public static PropType<Duration> duration() {
        return Scalars.DURATION;
    }

    /** {@code '512 MB'}, {@code '1 GB'}; a number counts MB. */
    public static PropType<Size> size() {
        return Scalars.SIZE;
    }

    /** Anything: maps, lists, texts, numbers, booleans, copied. */
    public static PropType<Object> any() {
        return Scalars.ANY;
    }

    /** One of an enum's constants, written as its {@code toString} or its name. */
    public static <E extends Enum<E>> PropType<E> choice(Class<E> type) {
        return new ChoiceType<>(type);
    }

    /** A list; one value alone is a list of one. */
    public static <T> PropType<List<T>> list(PropType<T> item) {
        return new ListType<>(item);
    }

    /** A map with the user's own keys. */
    public static <T> PropType<Map<String, T>> map(PropType<T> value) {
        return new MapType<>(value, MapBlock::new);
    }

    /** A map with the user's own keys, whose block has methods of its own. */
    public static <T> PropType<Map<String, T>> map(
            PropType<T> value, Function<PropType<T>, ? extends MapBlock<T>> block) {
        return new MapType<>(value, block);
    }

    /** A record of props. */
    public static <R extends Record> PropType<R> nested(Supplier<BlockSchema<R>> schema) {
        return new NestedType<>(schema, false);
    }

    /** A record of props that may lack what it requires; another record fills it in later. */
    public static <R extends Record> PropType<R> partial(Supplier<BlockSchema<R>> schema) {
        return new NestedType<>(schema, true);
    }

    /** The map in an order that is the same in every run, which that of {@code Map.of} is not. */
    public static <V> Map<?, V> inOrder(Map<?, V> map) {
        if (!map.getClass().getName().startsWith("java.util.ImmutableCollections")) {
            return map;
        }
        Map<String, V> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        return sorted;
    }

    static <T> Map<String, T> overlay(Map<String, T> earlier, Map<String, T> later) {
        Map<String, T> both = new LinkedHashMap<>(earlier);
        both.putAll(later);
        return both;
    }
}
