package sst.constructs.rds;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import sst.constructs.build.BuiltCode;
import sst.constructs.build.node.MigratorLanguage;
import sst.constructs.construct.Grant;
import sst.constructs.event.Spot;
import sst.constructs.function.FunctionSettings;
import sst.constructs.function.LambdaFunction;
import sst.model.app.StackModel;
import sst.model.function.FunctionBlock;
import sst.model.function.FunctionProps;
import sst.model.rds.Migrations;
import sst.model.rds.RdsProps;

/** The function that runs migrations, and the resource by which CloudFormation calls it when they change. */
final class Migrator {
    static final String KEY = "migrator";

    private static final int LONGEST_MINUTES = 15;

    private Migrator() {}

    /** What the function is made from. */
    static FunctionProps props(Migrations migrations, StackModel stack) {
        Map<String, Object> own = Map.of(
                "handler",
                MigratorLanguage.HANDLER,
                "runtime",
                "nodejs22.x",
                "timeout",
                LONGEST_MINUTES + " minutes",
                "memorySize",
                "1024 MB",
                "enableLiveDev",
                false,
                "path",
                migrations.props().path());
        return FunctionSettings.merged(stack, null, FunctionBlock.SCHEMA.read(own));
    }

    /** Makes both. */
    static LambdaFunction make(Spot spot, RdsProps props, Database database, List<Grant> grants) {
        Migrations migrations = requireNonNull(props.migrations());
        BuiltCode code = spot.site().code().of(spot.model(), KEY);
        LambdaFunction function = LambdaFunction.make(
                new LambdaFunction.Spot(spot.scope(), "MigrationFunction"),
                props(migrations, spot.site().model()),
                code,
                spot.site());
        function.environment("RDS_ARN", database.arn());
        function.environment("RDS_SECRET", database.secret().getSecretArn());
        function.environment("RDS_DATABASE", spot.site().values().text(requireNonNull(props.defaultDatabaseName())));
        function.environment("RDS_ENGINE_MODE", requireNonNull(props.engine()).isPostgres() ? "postgres" : "mysql");
        grants.forEach(function::allow);
        Map<String, Object> properties = new LinkedHashMap<>(Map.of("Migrations", code.hash()));
        String other = migrations.props().database();
        if (other != null) {
            properties.put("Database", spot.site().values().text(other));
        }
        CustomResource.Builder.create(spot.scope(), "MigrationRun")
                .serviceToken(function.cdk().getFunctionArn())
                .resourceType("Custom::RdsMigrations")
                .serviceTimeout(Duration.minutes(LONGEST_MINUTES))
                .properties(properties)
                .build()
                .getNode()
                .addDependency(database.cluster());
        return function;
    }
}
