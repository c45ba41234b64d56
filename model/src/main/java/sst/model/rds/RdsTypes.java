package sst.model.rds;

import java.util.Map;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;

/**
 * Where SST v2 writes TypeScript types of the tables.
 *
 * @param path the file
 */
@Coerced(accepts = {String.class, Map.class})
public record RdsTypes(String path) {
    /** A file, or {@code [path: …, camelCase: …]}. */
    public static PropType<RdsTypes> type() {
        return new PropType<>() {
            @Override
            public String description() {
                return "a file such as 'src/sql.generated.ts'";
            }

            @Override
            public RdsTypes coerce(Object raw) {
                if (raw instanceof RdsTypes types) {
                    return types;
                }
                Object path = raw instanceof Map<?, ?> map ? map.get("path") : raw;
                if (!(path instanceof CharSequence)) {
                    throw mismatch(raw);
                }
                return new RdsTypes(path.toString());
            }
        };
    }
}
