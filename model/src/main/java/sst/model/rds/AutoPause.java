package sst.model.rds;

import java.time.Duration;
import sst.model.schema.PropType;
import sst.model.schema.PropTypes;
import sst.model.schema.declare.Coerced;

/**
 * When an idle cluster is paused.
 *
 * @param after how long it is idle; zero for never
 */
@Coerced(accepts = {boolean.class, int.class, String.class})
public record AutoPause(Duration after) {
    private static final AutoPause NEVER = new AutoPause(Duration.ZERO);
    /** SST's default. */
    public static final AutoPause USUAL = new AutoPause(Duration.ofMinutes(5));

    /** {@code true}, {@code false}, minutes, or a duration. */
    public static PropType<AutoPause> type() {
        return new PropType<>() {
            @Override
            public String description() {
                return "true, false, a number of minutes, or a duration such as '10 minutes'";
            }

            @Override
            public AutoPause coerce(Object raw) {
                if (raw instanceof AutoPause pause) {
                    return pause;
                }
                if (raw instanceof Boolean isOn) {
                    return isOn ? USUAL : NEVER;
                }
                return raw instanceof Number
                        ? new AutoPause(Duration.ofMinutes(PropTypes.integer().coerce(raw)))
                        : new AutoPause(PropTypes.duration().coerce(raw));
            }
        };
    }
}
