package sst.constructs.construct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import sst.model.value.Access;

/**
 * What a function sees of a construct that is bound to it (SST v2's resource binding).
 *
 * @param type SST's class name, such as {@code Table}
 * @param id the construct's id
 * @param properties by name, such as {@code tableName}
 * @param grants what the function may do, by how much of it is granted
 */
public record Bound(String type, String id, Map<String, BoundValue> properties, Function<Access, List<Grant>> grants) {
    public Bound {
        properties = new LinkedHashMap<>(properties);
    }

    /** The construct has nothing to be seen. */
    public static Bound nothing() {
        return new Bound("", "", Map.of(), access -> List.of());
    }

    /** Whether a function can see anything of it. */
    public boolean isBindable() {
        return !type.isEmpty();
    }

    /** {@code SST_Table_tableName_Notes}. */
    public String variable(String property) {
        return "SST_" + type + "_" + property + "_" + name();
    }

    /** The id as it stands in names of variables and parameters, where '-' is not allowed. */
    public String name() {
        return id.replace('-', '_');
    }
}
