package sst.model.rds;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** A database in an Aurora cluster (SST v2: {@code constructs/RDS.ts}). */
@Construct(
        value = "rds",
        type = "RDS",
        doc = "A MySQL or PostgreSQL database in an Aurora Serverless cluster with the Data API.",
        handle = Rds.class)
public record RdsProps(
        @Nullable
                @Prop(value = "What kind of database, and its version.", example = "'postgresql16.1'", required = true)
                RdsEngine engine,
        @Nullable @Prop(value = "The database that the cluster begins with.", example = "'main'", required = true)
                String defaultDatabaseName,
        @Nullable
                @Prop(
                        value = "Which Aurora Serverless: v1 as in SST v2, which AWS makes no new clusters of, or v2.",
                        defaultsTo = "v1",
                        example = "'v2'")
                Serverless serverless,
        @Nullable @Prop(value = "How far the cluster grows and shrinks.", example = "minCapacity: 2, maxCapacity: 8")
                RdsScaling scaling,
        @Nullable
                @Prop(
                        value =
                                "The folder of migrations, .sql files or JavaScript modules, run in the order of their names.",
                        example = "'services/migrations'")
                Migrations migrations,
        @Nullable @Prop("Where SST v2 writes TypeScript types of the tables.") RdsTypes types,
        @Prop(
                        value =
                                "CDK props of the cluster, merged last; or closures that return a cluster and its secret.",
                        example = "cluster: [deletionProtection: true]")
                Map<String, CdkOverride> cdk) {}
