package sst.constructs.cdk;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sst.model.schema.PropType;
import sst.model.schema.PropTypes;
import sst.model.schema.written.Mismatch;

/** Converts plain values of the config to what a CDK builder takes: enums by name, structs from maps, durations. */
final class CdkValues {
    private final CdkProps props;

    CdkValues(CdkProps props) {
        this.props = props;
    }

    /** The value as the type wants it; empty when it does not fit. */
    Optional<Object> convert(Object value, Type wanted) {
        if (wanted instanceof ParameterizedType generic) {
            return inGeneric(value, generic);
        }
        if (wanted instanceof WildcardType wildcard) {
            return convert(value, wildcard.getUpperBounds()[0]);
        }
        return wanted instanceof Class<?> type ? simple(value, type) : Optional.empty();
    }

    private Optional<Object> inGeneric(Object value, ParameterizedType generic) {
        Type[] arguments = generic.getActualTypeArguments();
        if (generic.getRawType() == List.class && value instanceof List<?> items) {
            List<Object> converted = new ArrayList<>();
            for (Object item : items) {
                convert(item, arguments[0]).ifPresent(converted::add);
            }
            return converted.size() == items.size() ? Optional.of(converted) : Optional.empty();
        }
        if (generic.getRawType() == Map.class && value instanceof Map<?, ?> map) {
            Map<String, Object> converted = new LinkedHashMap<>();
            map.forEach((key, each) ->
                    convert(each, arguments[1]).ifPresent(fits -> converted.put(String.valueOf(key), fits)));
            return converted.size() == map.size() ? Optional.of(converted) : Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<Object> simple(Object value, Class<?> type) {
        if (type.isInstance(value)) {
            return Optional.of(value);
        }
        if (value instanceof Map<?, ?> map) {
            return struct(map, type);
        }
        if (type == software.amazon.awscdk.Duration.class) {
            return read(PropTypes.duration(), value)
                    .map(duration -> software.amazon.awscdk.Duration.seconds(duration.toSeconds()));
        }
        if (type == software.amazon.awscdk.Size.class) {
            return read(PropTypes.size(), value).map(size -> software.amazon.awscdk.Size.mebibytes(size.megabytes()));
        }
        return value instanceof CharSequence || value instanceof Enum<?>
                ? named(value.toString(), type)
                : Optional.empty();
    }

    private static <T> Optional<T> read(PropType<T> type, Object value) {
        try {
            return Optional.of(type.coerce(value));
        } catch (Mismatch doesNotFit) {
            return Optional.empty();
        }
    }

    /** Constants of enums and of the CDK's enum-like classes, such as {@code BillingMode.PROVISIONED}. */
    private static Optional<Object> named(String text, Class<?> type) {
        String name = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object.class::cast)
                    .filter(constant -> constant.toString().equals(name))
                    .findFirst();
        }
        if (!type.getName().startsWith("software.amazon.awscdk.")) {
            return Optional.empty();
        }
        try {
            Field field = type.getField(name);
            return Optional.ofNullable(field.get(null));
        } catch (NoSuchFieldException | IllegalAccessException e) {
            return Optional.empty();
        }
    }

    private Optional<Object> struct(Map<?, ?> map, Class<?> type) {
        try {
            Method factory = type.getMethod("builder");
            Object builder = factory.invoke(null);
            Map<String, Object> named = new LinkedHashMap<>();
            map.forEach((key, value) -> named.put(String.valueOf(key), value));
            props.apply(builder, named);
            return Optional.of(builder.getClass().getMethod("build").invoke(builder));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
