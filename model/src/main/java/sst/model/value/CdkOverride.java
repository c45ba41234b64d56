package sst.model.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import sst.model.ref.ConstructId;
import sst.model.schema.PropType;
import sst.model.schema.PropTypes;
import sst.model.schema.declare.Coerced;
import sst.model.schema.written.Replaceable;

/**
 * What one key of {@code cdk} says about a CDK object.
 *
 * @param props CDK props, merged last, so they win; a {@link ConstructId} among them stands for its CDK object
 * @param factory returns an existing or new CDK object in place of the usual one
 * @param object whose CDK object takes the place of the usual one: a {@code cdk} block's, or another construct's
 */
@Coerced(accepts = {Map.class, List.class, Function.class, Bindable.class})
public record CdkOverride(Map<String, Object> props, Optional<CdkHook> factory, Optional<ConstructId> object)
        implements Replaceable {
    /** Where a list of maps is kept, beside which there are no props. */
    private static final String ITEMS = "";

    public CdkOverride {
        props = new LinkedHashMap<>(props);
    }

    /** Props alone. */
    public static CdkOverride of(Map<String, Object> props) {
        return new CdkOverride(props, Optional.empty(), Optional.empty());
    }

    /** Whether the user gives the CDK object, so that props of the construct cannot shape it. */
    @Override
    public boolean isGiven() {
        return factory.isPresent() || object.isPresent();
    }

    /** CDK props of each of several objects. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> items() {
        return (List<Map<String, Object>>) props.getOrDefault(ITEMS, List.of());
    }

    /** A map of CDK props, a list of such maps, a closure, a handle, or the text of a construct id. */
    public static PropType<CdkOverride> type() {
        return new OverrideType();
    }

    private static final class OverrideType implements PropType<CdkOverride> {
        @Override
        public String description() {
            return "a map of CDK props, a closure that returns a CDK object, or what a cdk block returned";
        }

        @Override
        @SuppressWarnings("unchecked")
        public CdkOverride coerce(Object raw) {
            if (raw instanceof CdkOverride override) {
                return override;
            }
            if (raw instanceof Map<?, ?> map) {
                return of((Map<String, Object>) PropTypes.any().coerce(named(map)));
            }
            if (raw instanceof List<?> items && items.stream().allMatch(Map.class::isInstance)) {
                return of(Map.of(ITEMS, PropTypes.any().coerce(named(items))));
            }
            if (raw instanceof CharSequence id) {
                return of(Map.of("id", id.toString()));
            }
            if (raw instanceof Bindable handle) {
                return new CdkOverride(Map.of(), Optional.empty(), Optional.of(handle.constructId()));
            }
            if (raw instanceof Function || raw instanceof Consumer || raw instanceof CdkHook) {
                return new CdkOverride(Map.of(), Optional.of(CdkHook.from(raw)), Optional.empty());
            }
            throw mismatch(raw);
        }

        @Override
        public CdkOverride merge(CdkOverride earlier, CdkOverride later) {
            Map<String, Object> props = new LinkedHashMap<>(earlier.props);
            props.putAll(later.props);
            boolean isReplaced = later.isGiven();
            return new CdkOverride(
                    props, isReplaced ? later.factory : earlier.factory, isReplaced ? later.object : earlier.object);
        }

        /** Handles by their identity, which the CDK's objects are found by when it runs. */
        private static Object named(Object value) {
            if (value instanceof Bindable handle) {
                return handle.constructId();
            }
            if (value instanceof Map<?, ?> map) {
                Map<Object, Object> named = new LinkedHashMap<>();
                map.forEach((key, each) -> named.put(key, named(each)));
                return named;
            }
            if (value instanceof Iterable<?> items) {
                List<Object> named = new ArrayList<>();
                items.forEach(each -> named.add(named(each)));
                return named;
            }
            return value;
        }
    }
}
