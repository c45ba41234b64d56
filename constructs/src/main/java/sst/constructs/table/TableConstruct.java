package sst.constructs.table;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.kinesis.IStream;
import software.constructs.Construct;
import sst.constructs.cdk.CdkErrors;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.Bound;
import sst.constructs.construct.BoundValue;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.Grant;
import sst.constructs.construct.Places;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Extensible;
import sst.constructs.event.Receivers;
import sst.constructs.event.Spot;
import sst.constructs.host.Errors;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.function.FunctionProps;
import sst.model.table.PrimaryIndex;
import sst.model.table.TableProps;
import sst.model.table.TableStream;
import sst.model.value.CdkOverride;

/** {@code table}: a DynamoDB table with SST v2's defaults, on demand and with point-in-time recovery. */
public final class TableConstruct implements AppConstruct, Extensible {
    private static final List<String> OURS = List.of("partitionKey", "sortKey", "localSecondaryIndexes");

    private final ConstructModel model;
    private final Construct scope;
    private final ITable table;
    private final Spot spot;
    private final Receivers receivers = new Receivers();

    private TableConstruct(ConstructModel model, StackSite site) {
        TableProps props = model.props(TableProps.class);
        String id = CdkProps.id(props.cdk(), model.id().id());
        site.mark(List.of(id), new Places.Origin(model.id().id(), "Table", model.at()));
        CdkProps.requireKeys(props.cdk(), List.of("table"));
        this.model = model;
        this.scope = new Construct(site.stack(), id);
        CdkOverride override = CdkProps.of(props.cdk(), "table");
        this.table = override.factory()
                .map(factory -> (ITable) CdkErrors.run(factory, scope))
                .orElseGet(() -> make(props, override, site));
        this.spot = new Spot(model, site, scope, id);
        new TableConsumers(spot, table, receivers).add(props);
    }

    /** How tables are made. */
    public static ConstructType type() {
        return new ConstructType() {
            @Override
            public AppConstruct make(ConstructModel model, StackSite site) {
                return new TableConstruct(model, site);
            }

            @Override
            public Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
                TableProps props = model.props(TableProps.class);
                return Receivers.own(props.consumers(), props.defaults(), stack);
            }
        };
    }

    private Table make(TableProps props, CdkOverride override, StackSite site) {
        PrimaryIndex key = props.primaryIndex();
        if (key == null) {
            throw Errors.of(Code.MISSING_PROP, "table '" + model.id().id() + "' needs 'primaryIndex'")
                    .asError();
        }
        TableKeys keys = new TableKeys(props.fields());
        Table.Builder builder = Table.Builder.create(scope, "Table")
                .tableName(site.prefixed(model.id().id()))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .partitionKey(keys.attribute(key.partitionKey()));
        if (key.sortKey() != null) {
            builder.sortKey(keys.attribute(key.sortKey()));
        }
        if (!override.props().containsKey("pointInTimeRecovery")) {
            builder.pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                    .pointInTimeRecoveryEnabled(true)
                    .build());
        }
        extras(builder, props);
        if (props.kinesisStream() != null) {
            builder.kinesisStream((IStream)
                    site.values().construct(props.kinesisStream().id()).cdk());
        }
        refuse(override);
        new CdkProps(site.values()).apply(builder, override.props());
        Table made = builder.build();
        new TableIndexes(made, keys, new CdkProps(site.values())).add(props);
        return made;
    }

    private static void extras(Table.Builder builder, TableProps props) {
        TableStream stream = props.stream();
        if (stream != null && stream != TableStream.DISABLED) {
            builder.stream(StreamViewType.valueOf(stream.name()));
        }
        if (props.timeToLiveAttribute() != null) {
            builder.timeToLiveAttribute(props.timeToLiveAttribute());
        }
    }

    private static void refuse(CdkOverride override) {
        OURS.stream().filter(override.props()::containsKey).findFirst().ifPresent(key -> {
            throw Errors.of(Code.CONFLICT, "'cdk.table' cannot set '" + key + "'")
                    .hint("use primaryIndex, globalIndexes and localIndexes")
                    .subject(key)
                    .asError();
        });
    }

    @Override
    public void extend(ConstructModel addition, StackSite other) {
        new TableConsumers(spot.in(addition, other), table, receivers).add(addition.props(TableProps.class));
    }

    @Override
    public Map<String, Member> functions() {
        return receivers.members();
    }

    @Override
    public String attribute(String name) {
        return switch (name) {
            case "tableName" -> table.getTableName();
            case "tableArn" -> table.getTableArn();
            default -> throw AppConstruct.lacks(model.id(), "'" + name + "'");
        };
    }

    @Override
    public Object cdk() {
        return table;
    }

    @Override
    public Construct scope() {
        return scope;
    }

    @Override
    public Bound bound() {
        return new Bound(
                "Table",
                model.id().id(),
                Map.of("tableName", new BoundValue.Plain(() -> attribute("tableName"))),
                access -> {
                    String arn = attribute("tableArn");
                    return List.of(Grant.allow(TableActions.of(access), List.of(arn, arn + "/*")));
                });
    }
}
