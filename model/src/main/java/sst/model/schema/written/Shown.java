package sst.model.schema.written;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How a wrong value is named in a message: short, and as the user wrote it. */
public final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    /** {@code 'abc'}, {@code 12}, {@code a map}, {@code a block}. */
    public static String of(Object raw) {
        if (raw instanceof CharSequence text) {
            return "'" + cut(text.toString()) + "'";
        }
        if (raw instanceof Map<?, ?> map) {
            return map.isEmpty() ? "an empty map" : "a map with " + cut(String.join(", ", names(map)));
        }
        if (raw instanceof List<?> list) {
            return list.isEmpty() ? "nothing" : "the list " + cut(list.toString());
        }
        return raw instanceof Consumer<?> ? "a block" : cut(String.valueOf(raw));
    }

    private static List<String> names(Map<?, ?> map) {
        return map.keySet().stream().map(String::valueOf).toList();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
