package sst.model.table;

import java.util.List;
import sst.model.schema.PropType;
import sst.model.schema.PropTypes;
import sst.model.schema.declare.Coerced;

/**
 * The attributes an index holds beside its keys.
 *
 * @param kind all of them, none, or those listed
 * @param attributes the listed ones
 */
@Coerced(accepts = {String.class, List.class})
public record Projection(Kind kind, List<String> attributes) {
    /** How the attributes are chosen. */
    public enum Kind {
        ALL,
        KEYS_ONLY,
        INCLUDE
    }

    public Projection {
        attributes = List.copyOf(attributes);
    }

    /** {@code 'all'}, {@code 'keys_only'}, or a list of attributes. */
    public static PropType<Projection> type() {
        return new PropType<>() {
            @Override
            public String description() {
                return "'all', 'keys_only', or a list of attributes";
            }

            @Override
            public Projection coerce(Object raw) {
                if (raw instanceof Projection projection) {
                    return projection;
                }
                if (raw instanceof List<?> list) {
                    return new Projection(
                            Kind.INCLUDE, PropTypes.list(PropTypes.text()).coerce(list));
                }
                return switch (String.valueOf(raw)) {
                    case "all" -> new Projection(Kind.ALL, List.of());
                    case "keys_only" -> new Projection(Kind.KEYS_ONLY, List.of());
                    default -> throw mismatch(raw);
                };
            }

            @Override
            public List<String> choices() {
                return List.of("all", "keys_only");
            }
        };
    }
}
