package sst.model.appsync;

import java.util.Locale;

/** What may be behind a GraphQL API. */
public enum DataSourceKind {
    FUNCTION,
    DYNAMODB,
    RDS,
    OPEN_SEARCH,
    HTTP,
    EVENT_BUS,
    NONE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
