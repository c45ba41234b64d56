package sst.model.rds;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.construct.ConstructHandle;
import sst.model.construct.ConstructScope;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.function.ChildFunction;
import sst.model.ref.Ref;

/** The handle of a database. */
public final class Rds extends ConstructHandle<RdsProps> {
    private static final String MIGRATIONS = "migrations";

    public Rds(ConstructScope scope, RdsBlock block) {
        super(scope, block);
    }

    /** The cluster's ARN. */
    public Ref getClusterArn() {
        return ref("clusterArn");
    }

    /** The cluster's identifier. */
    public Ref getClusterIdentifier() {
        return ref("clusterIdentifier");
    }

    /** The host and port that clients inside the VPC connect to. */
    public Ref getClusterEndpoint() {
        return ref("clusterEndpoint");
    }

    /** The ARN of the secret with user and password. */
    public Ref getSecretArn() {
        return ref("secretArn");
    }

    /** The database that the cluster begins with. */
    public @Nullable String getDefaultDatabaseName() {
        return block().partial().defaultDatabaseName();
    }

    /** The function that runs migrations; nothing when there are none. */
    public @Nullable ChildFunction getMigratorFunction() {
        return block().isSet(MIGRATIONS)
                ? new ChildFunction(constructId(), "migrator", new ChildFunction.Attaching(bindingsTo(), grantsTo()))
                : null;
    }

    /** Runs the migrations of a folder when they change. */
    public Rds runMigrations(String folder) {
        return migrate(folder);
    }

    /** Runs the migrations of a folder on another database than the default one. */
    public Rds runMigrations(String folder, String database) {
        return migrate(Map.of("path", folder, "database", database));
    }

    private Rds migrate(Object migrations) {
        if (block().isSet(MIGRATIONS)) {
            throw Diagnostic.error(Code.CONFLICT, this + " runs migrations already")
                    .hint("keep them in one folder")
                    .subject("runMigrations")
                    .asError();
        }
        block().set(MIGRATIONS, migrations);
        return this;
    }
}
