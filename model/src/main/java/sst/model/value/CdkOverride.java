package sst.model.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import sst.model.schema.Coerced;
import sst.model.schema.PropType;
import sst.model.schema.PropTypes;

/**
 * What one key of {@code cdk} says about a CDK object.
 *
 * @param props CDK props, merged last, so they win; may be empty
 * @param factory returns an existing or new CDK object in place of the usual one
 */
@Coerced(accepts = {Map.class, Function.class})
public record CdkOverride(Map<String, Object> props, Optional<CdkHook> factory) {
    public CdkOverride {
        props = new LinkedHashMap<>(props);
    }

    /** A map of CDK props, a closure, or the text of a construct id. */
    public static PropType<CdkOverride> type() {
        return new OverrideType();
    }

    private static final class OverrideType implements PropType<CdkOverride> {
        @Override
        public String description() {
            return "a map of CDK props, or a closure that returns a CDK object";
        }

        @Override
        @SuppressWarnings("unchecked")
        public CdkOverride coerce(Object raw) {
            if (raw instanceof CdkOverride override) {
                return override;
            }
            if (raw instanceof Map<?, ?> map) {
                return new CdkOverride((Map<String, Object>) PropTypes.any().coerce(map), Optional.empty());
            }
            if (raw instanceof CharSequence id) {
                return new CdkOverride(Map.of("id", id.toString()), Optional.empty());
            }
            if (raw instanceof Function || raw instanceof Consumer || raw instanceof CdkHook) {
                return new CdkOverride(Map.of(), Optional.of(CdkHook.from(raw)));
            }
            throw mismatch(raw);
        }

        @Override
        public CdkOverride merge(CdkOverride earlier, CdkOverride later) {
            Map<String, Object> props = new LinkedHashMap<>(earlier.props);
            props.putAll(later.props);
            return new CdkOverride(props, later.factory.or(() -> earlier.factory));
        }
    }
}
