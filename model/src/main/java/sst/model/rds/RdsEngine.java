package sst.model.rds;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;

/**
 * A kind of database and its version: {@code postgresql16.1}.
 *
 * @param family {@code mysql} or {@code postgresql}
 * @param version such as {@code 16.1}
 */
@Coerced(accepts = String.class)
public record RdsEngine(String family, String version) {
    private static final Pattern TEXT = Pattern.compile("(mysql|postgresql)(\\d+\\.\\d+)");
    private static final List<String> OF_SST = List.of(
            "mysql5.6",
            "mysql5.7",
            "mysql8.0",
            "postgresql11.13",
            "postgresql11.16",
            "postgresql13.9",
            "postgresql13.12",
            "postgresql14.10",
            "postgresql15.5",
            "postgresql16.1");

    /** The engine's name; for serverless v2 any version that Aurora has. */
    public static PropType<RdsEngine> type() {
        return new PropType<>() {
            @Override
            public String description() {
                return "an engine such as 'postgresql16.1' or 'mysql8.0'";
            }

            @Override
            public RdsEngine coerce(Object raw) {
                if (raw instanceof RdsEngine engine) {
                    return engine;
                }
                Matcher matcher = TEXT.matcher(raw instanceof CharSequence text ? text : "");
                if (!matcher.matches()) {
                    throw mismatch(raw);
                }
                return new RdsEngine(matcher.group(1), matcher.group(2));
            }

            @Override
            public List<String> choices() {
                return OF_SST;
            }
        };
    }

    /** Those that SST v2 has, the only ones of serverless v1. */
    public static List<String> ofSst() {
        return OF_SST;
    }

    /** Whether it speaks PostgreSQL's SQL. */
    public boolean isPostgres() {
        return family.equals("postgresql");
    }

    /** {@code postgresql16.1}. */
    @Override
    public String toString() {
        return family + version;
    }
}
