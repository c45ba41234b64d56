package sst.model.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;

/**
 * Whether and how an API logs its requests.
 *
 * @param enabled false when {@code accessLog false}
 * @param props how
 */
@Coerced(
        accepts = {boolean.class, String.class},
        record = AccessLogProps.class)
public record AccessLog(boolean enabled, AccessLogProps props) {
    /** {@code true}, {@code false}, a format, or props. */
    public static PropType<AccessLog> type() {
        return new PropType<>() {
            @Override
            public String description() {
                return "true, false, a format text, or a block with format, destinationArn, retention";
            }

            @Override
            public AccessLog coerce(Object raw) {
                if (raw instanceof AccessLog log) {
                    return log;
                }
                if (raw instanceof Boolean enabled) {
                    return new AccessLog(
                            enabled, AccessLogBlock.SCHEMA.newBlock().partial());
                }
                if (raw instanceof CharSequence format) {
                    return new AccessLog(true, AccessLogBlock.SCHEMA.read(Map.of("format", format)));
                }
                if (raw instanceof Map || raw instanceof Consumer || raw instanceof AccessLogProps) {
                    return new AccessLog(true, AccessLogBlock.SCHEMA.read(raw));
                }
                throw mismatch(raw);
            }

            @Override
            public Optional<BlockSchema<?>> block() {
                return Optional.of(AccessLogBlock.SCHEMA);
            }
        };
    }
}
