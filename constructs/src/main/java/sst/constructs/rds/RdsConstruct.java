package sst.constructs.rds;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.Bound;
import sst.constructs.construct.BoundValue;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.Grant;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.constructs.host.Errors;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.function.FunctionProps;
import sst.model.rds.Migrations;
import sst.model.rds.RdsProps;
import sst.model.value.Access;

/** {@code rds}: an Aurora Serverless cluster with the Data API, and what runs its migrations. */
public final class RdsConstruct implements AppConstruct {
    private static final List<String> STATEMENTS = List.of(
            "rds-data:BatchExecuteStatement",
            "rds-data:BeginTransaction",
            "rds-data:CommitTransaction",
            "rds-data:ExecuteStatement",
            "rds-data:RollbackTransaction");

    private final Spot spot;
    private final String name;
    private final Database database;
    private final Map<String, Member> functions = new LinkedHashMap<>();

    private RdsConstruct(ConstructModel model, StackSite site) {
        RdsProps props = model.props(RdsProps.class);
        if (props.types() != null) {
            throw Errors.of(Code.UNSUPPORTED, "rds 'types' is not supported: no TypeScript types are written yet")
                    .hint("leave types out, and run kysely-codegen against the database")
                    .subject("types")
                    .asError();
        }
        this.spot = Resource.spot(model, site, props.cdk(), "cluster", "secret");
        this.name = site.values().text(requireNonNull(props.defaultDatabaseName()));
        this.database = new Clusters(spot, props).database();
        if (props.migrations() != null) {
            functions.put(Migrator.KEY, new Member(Migrator.make(spot, props, database, grants(Access.WRITE)), true));
        }
    }

    /** How databases are made. */
    public static ConstructType type() {
        return new ConstructType() {
            @Override
            public AppConstruct make(ConstructModel model, StackSite site) {
                return new RdsConstruct(model, site);
            }

            @Override
            public Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
                Migrations migrations = model.props(RdsProps.class).migrations();
                return migrations == null ? Map.of() : Map.of(Migrator.KEY, Migrator.props(migrations, stack));
            }
        };
    }

    /** The cluster and its secret, for constructs that query it. */
    public Database database() {
        return database;
    }

    /** The database that the cluster begins with. */
    public String databaseName() {
        return name;
    }

    @Override
    public String attribute(String attribute) {
        return switch (attribute) {
            case "clusterArn" -> database.arn();
            case "clusterIdentifier" -> database.identifier();
            case "clusterEndpoint" -> database.endpoint().get().getSocketAddress();
            case "secretArn" -> database.secret().getSecretArn();
            case "defaultDatabaseName" -> name;
            default -> throw AppConstruct.lacks(spot.model().id(), "'" + attribute + "'");
        };
    }

    @Override
    public Object cdk() {
        return database.cluster();
    }

    @Override
    public Construct scope() {
        return spot.scope();
    }

    @Override
    public Bound bound() {
        Map<String, BoundValue> values = new LinkedHashMap<>();
        for (String property : List.of("clusterArn", "secretArn", "defaultDatabaseName")) {
            values.put(property, new BoundValue.Plain(() -> attribute(property)));
        }
        return new Bound("RDS", spot.model().id().id(), values, this::grants);
    }

    /** The Data API tells no reading from writing; the user of the secret may do both. */
    private List<Grant> grants(Access access) {
        List<Grant> grants = new ArrayList<>();
        grants.add(Grant.allow(
                access == Access.ALL ? List.of("rds-data:*") : STATEMENTS, List.of(attribute("clusterArn"))));
        ISecret secret = database.secret();
        String full = secret.getSecretFullArn();
        List<String> arns = List.of(full == null ? secret.getSecretArn() + "*" : full);
        grants.add(Grant.allow(List.of("secretsmanager:GetSecretValue"), arns));
        grants.add(Grant.allow(List.of("secretsmanager:DescribeSecret"), arns));
        IKey key = secret.getEncryptionKey();
        if (key != null) {
            grants.add(Grant.allow(List.of("kms:Decrypt"), List.of(key.getKeyArn())));
        }
        return grants;
    }

    @Override
    public Map<String, Member> functions() {
        return functions;
    }
}
