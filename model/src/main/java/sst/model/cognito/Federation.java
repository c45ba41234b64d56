package sst.model.cognito;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;

/**
 * Whether users get credentials of AWS from an identity pool, and which providers they may come from.
 *
 * @param isEnabled false: there is no identity pool
 * @param props providers beside the user pool
 */
@Coerced(accepts = boolean.class, record = FederationProps.class)
public record Federation(boolean isEnabled, FederationProps props) {
    /** The user pool alone. */
    public static Federation plain(boolean isEnabled) {
        return new Federation(isEnabled, FederationBlock.SCHEMA.newBlock().partial());
    }

    /** {@code true}, {@code false}, or providers. */
    public static PropType<Federation> type() {
        return new PropType<>() {
            @Override
            public String description() {
                return "true, false, or a block with auth0, amazon, apple, facebook, google, twitter";
            }

            @Override
            public Federation coerce(Object raw) {
                if (raw instanceof Federation federation) {
                    return federation;
                }
                if (raw instanceof Boolean enabled) {
                    return plain(enabled);
                }
                if (raw instanceof Map || raw instanceof Consumer || raw instanceof FederationProps) {
                    return new Federation(true, FederationBlock.SCHEMA.read(raw));
                }
                throw mismatch(raw);
            }

            @Override
            public Optional<BlockSchema<?>> block() {
                return Optional.of(FederationBlock.SCHEMA);
            }
        };
    }
}
