package sst.model.function;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;

/**
 * Whether and how a function answers at a URL of its own.
 *
 * @param enabled false when {@code url false} takes back a default
 * @param props how it answers
 */
@Coerced(accepts = boolean.class, record = FunctionUrlProps.class)
public record FunctionUrl(boolean enabled, FunctionUrlProps props) {
    private static FunctionUrl plain(boolean enabled) {
        return new FunctionUrl(enabled, FunctionUrlBlock.SCHEMA.newBlock().partial());
    }

    /** {@code true}, {@code false}, or props. */
    public static PropType<FunctionUrl> type() {
        return new PropType<>() {
            @Override
            public String description() {
                return "true, false, or a block with authorizer, cors, streaming";
            }

            @Override
            public FunctionUrl coerce(Object raw) {
                if (raw instanceof FunctionUrl url) {
                    return url;
                }
                if (raw instanceof Boolean enabled) {
                    return plain(enabled);
                }
                if (raw instanceof Map || raw instanceof Consumer || raw instanceof FunctionUrlProps) {
                    return new FunctionUrl(true, FunctionUrlBlock.SCHEMA.read(raw));
                }
                throw mismatch(raw);
            }

            @Override
            public Optional<BlockSchema<?>> block() {
                return Optional.of(FunctionUrlBlock.SCHEMA);
            }
        };
    }

    /** The authorizer, or the default. */
    public @Nullable FunctionUrlProps orNull() {
        return enabled ? props : null;
    }
}
