package sst.model.value;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;

/**
 * Whether browsers may call from other origins, and which.
 *
 * @param enabled false when {@code cors false}
 * @param props the rules; all unset means SST's wide-open default
 */
@Coerced(accepts = boolean.class, record = CorsProps.class)
public record Cors(boolean enabled, CorsProps props) {
    /** {@code true}, {@code false}, or props. */
    public static PropType<Cors> type() {
        return new PropType<>() {
            @Override
            public String description() {
                return "true, false, or a block with allowOrigins, allowMethods, allowHeaders, …";
            }

            @Override
            public Cors coerce(Object raw) {
                if (raw instanceof Cors cors) {
                    return cors;
                }
                if (raw instanceof Boolean enabled) {
                    return new Cors(enabled, CorsBlock.SCHEMA.newBlock().partial());
                }
                if (raw instanceof Map || raw instanceof Consumer || raw instanceof CorsProps) {
                    return new Cors(true, CorsBlock.SCHEMA.read(raw));
                }
                throw mismatch(raw);
            }

            @Override
            public Optional<BlockSchema<?>> block() {
                return Optional.of(CorsBlock.SCHEMA);
            }
        };
    }
}
