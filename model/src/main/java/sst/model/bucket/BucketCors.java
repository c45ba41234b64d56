package sst.model.bucket;

import java.util.List;
import sst.model.schema.PropType;
import sst.model.schema.PropTypes;
import sst.model.schema.declare.Coerced;

/**
 * Which browser pages may use a bucket.
 *
 * @param isEnabled false: none
 * @param rules the user's rules; empty for the one that lets all pages
 */
@Coerced(
        accepts = {boolean.class, List.class},
        record = CorsRule.class)
public record BucketCors(boolean isEnabled, List<CorsRule> rules) {
    public BucketCors {
        rules = List.copyOf(rules);
    }

    /** {@code true}, {@code false}, a rule, or rules. */
    public static PropType<BucketCors> type() {
        return new PropType<>() {
            @Override
            public String description() {
                return "true, false, or a list of rules";
            }

            @Override
            public BucketCors coerce(Object raw) {
                if (raw instanceof BucketCors cors) {
                    return cors;
                }
                return raw instanceof Boolean enabled
                        ? new BucketCors(enabled, List.of())
                        : new BucketCors(
                                true,
                                PropTypes.list(PropTypes.nested(() -> CorsRuleBlock.SCHEMA))
                                        .coerce(raw));
            }
        };
    }
}
