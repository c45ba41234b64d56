package sst.model.rds;

import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;

/**
 * An amount of Aurora capacity units.
 *
 * @param units each about 2 GB of memory; halves with serverless v2 alone
 */
@Coerced(accepts = {Number.class, String.class})
public record Capacity(double units) {
    private static final String PREFIX = "ACU_";

    /** A number, or SST's {@code ACU_8}. */
    public static PropType<Capacity> type() {
        return new PropType<>() {
            @Override
            public String description() {
                return "a number of capacity units, or 'ACU_8'";
            }

            @Override
            public Capacity coerce(Object raw) {
                if (raw instanceof Capacity capacity) {
                    return capacity;
                }
                if (raw instanceof Number number) {
                    return new Capacity(number.doubleValue());
                }
                String text = raw instanceof CharSequence ? raw.toString() : "";
                if (!text.matches(PREFIX + "\\d+")) {
                    throw mismatch(raw);
                }
                return new Capacity(Integer.parseInt(text.substring(PREFIX.length())));
            }
        };
    }
}
