package sst.model.schema;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sst.model.schema.written.Size;
import sst.model.schema.written.Textual;

/** The types without structure. */
final class Scalars {
    private static final Pattern DURATION_TEXT = Pattern.compile("(\\d+) ?(second|minute|hour|day)s?");
    private static final Pattern SIZE_TEXT = Pattern.compile("(\\d+) ?(MB|GB)");
    private static final Map<String, Long> SECONDS = Map.of("second", 1L, "minute", 60L, "hour", 3600L, "day", 86_400L);

    static final PropType<String> TEXT = scalar("a text", Scalars::text);
    static final PropType<Integer> INTEGER = scalar("a whole number", Scalars::integer);
    static final PropType<Boolean> FLAG = scalar("true or false", raw -> raw instanceof Boolean flag ? flag : null);
    static final PropType<Duration> DURATION = scalar("a duration such as '10 seconds'", Scalars::duration);
    static final PropType<Size> SIZE = scalar("a size such as '512 MB'", Scalars::size);
    static final PropType<Object> ANY = scalar("a value", Scalars::copy);

    private Scalars() {}

    private static <T> PropType<T> scalar(String description, Function<Object, @Nullable T> read) {
        return new PropType<>() {
            @Override
            public String description() {
                return description;
            }

            @Override
            public T coerce(Object raw) {
                T value = read.apply(raw);
                if (value == null) {
                    throw mismatch(raw);
                }
                return value;
            }
        };
    }

    private static @Nullable String text(Object raw) {
        if (raw instanceof Textual textual) {
            return textual.asText().toString();
        }
        return raw instanceof CharSequence || raw instanceof Character ? raw.toString() : null;
    }

    private static @Nullable Integer integer(Object raw) {
        return raw instanceof Number number && number.longValue() == number.doubleValue() ? number.intValue() : null;
    }

    private static @Nullable Duration duration(Object raw) {
        if (raw instanceof Duration duration) {
            return duration;
        }
        if (raw instanceof Number number) {
            return Duration.ofSeconds(number.longValue());
        }
        Matcher matcher = DURATION_TEXT.matcher(raw instanceof CharSequence text ? text : "");
        Long unit = matcher.matches() ? SECONDS.get(matcher.group(2)) : null;
        return unit == null ? null : Duration.ofSeconds(Long.parseLong(matcher.group(1)) * unit);
    }

    private static @Nullable Size size(Object raw) {
        if (raw instanceof Size size) {
            return size;
        }
        if (raw instanceof Number number) {
            return Size.ofMegabytes(number.longValue());
        }
        Matcher matcher = SIZE_TEXT.matcher(
                raw instanceof CharSequence text ? text.toString().toUpperCase(Locale.ROOT) : "");
        if (!matcher.matches()) {
            return null;
        }
        long amount = Long.parseLong(matcher.group(1));
        return Size.ofMegabytes(matcher.group(2).equals("GB") ? amount * 1024 : amount);
    }

    private static Object copy(Object raw) {
        if (raw instanceof CharSequence text) {
            return text.toString();
        }
        if (raw instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            PropTypes.inOrder(map).forEach((key, value) -> copy.put(String.valueOf(key), copy(value)));
            return copy;
        }
        if (raw instanceof Iterable<?> items) {
            List<Object> copy = new ArrayList<>();
            items.forEach(item -> copy.add(copy(item)));
            return copy;
        }
        return raw;
    }
}
