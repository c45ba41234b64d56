package sst.model.rds;

import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** The migrations of a database. */
@Nested("The migrations of a database.")
public record MigrationsProps(
        @Prop(value = "The folder, relative to the app.", example = "'services/migrations'", required = true)
                String path,
        @Nullable @Prop("The database that they change; left out, the default one.") String database) {}
