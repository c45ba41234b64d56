package sst.constructs.table;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.kinesis.IStream;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.Grant;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Receivers;
import sst.constructs.event.Resource;
import sst.constructs.event.ResourceConstruct;
import sst.constructs.event.Spot;
import sst.constructs.host.Errors;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.function.FunctionProps;
import sst.model.table.PrimaryIndex;
import sst.model.table.TableProps;
import sst.model.table.TableStream;
import sst.model.value.Access;

/** {@code table}: a DynamoDB table with SST v2's defaults, on demand and with point-in-time recovery. */
public final class TableConstruct {
    private static final Map<String, String> OURS =
            Map.of("partitionKey", "primaryIndex", "sortKey", "primaryIndex", "localSecondaryIndexes", "localIndexes");

    private final Spot spot;
    private final ITable table;
    private final Receivers receivers = new Receivers();

    private TableConstruct(ConstructModel model, StackSite site) {
        TableProps props = model.props(TableProps.class);
        refuseStream(props);
        this.spot = Resource.spot(model, site, props.cdk(), "table");
        this.table = Resource.of(spot, CdkProps.of(props.cdk(), "table"), ITable.class, own -> make(props, own));
        consume(spot, props);
    }

    /** How tables are made. */
    public static ConstructType type() {
        return ConstructType.of(
                (model, site) -> new TableConstruct(model, site).asConstruct(), TableConstruct::functions);
    }

    private static Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
        TableProps props = model.props(TableProps.class);
        return Receivers.own(props.consumers(), props.defaults(), stack);
    }

    private ITable make(TableProps props, Map<String, Object> own) {
        PrimaryIndex key = props.primaryIndex();
        if (key == null) {
            throw Errors.of(Code.MISSING_PROP, "table '" + spot.model().id().id() + "' needs 'primaryIndex'")
                    .asError();
        }
        TableKeys keys = new TableKeys(props.fields());
        Table.Builder builder = Table.Builder.create(spot.scope(), "Table")
                .tableName(spot.site().prefixed(spot.id()))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .partitionKey(keys.attribute(key.partitionKey()));
        if (key.sortKey() != null) {
            builder.sortKey(keys.attribute(key.sortKey()));
        }
        if (!own.containsKey("pointInTimeRecovery")) {
            builder.pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                    .pointInTimeRecoveryEnabled(true)
                    .build());
        }
        extras(builder, props);
        if (props.kinesisStream() != null) {
            builder.kinesisStream((IStream)
                    spot.site().values().construct(props.kinesisStream().id()).cdk());
        }
        CdkProps.refuse("cdk.table", own, OURS);
        Table made = Resource.with(spot, builder, own).build();
        new TableIndexes(made, keys, new CdkProps(spot.site().values())).add(props);
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

    private static void refuseStream(TableProps props) {
        if (props.stream() != null && CdkProps.of(props.cdk(), "table").isGiven()) {
            throw Errors.of(Code.CONFLICT, "'stream' cannot be set when 'cdk.table' is a table")
                    .hint("set the stream where the table is made")
                    .subject("stream")
                    .asError();
        }
    }

    private void consume(Spot place, TableProps props) {
        new TableConsumers(place, table, receivers).add(props);
    }

    private List<Grant> grants(Access access) {
        String arn = table.getTableArn();
        return List.of(Grant.allow(TableActions.of(access), List.of(arn, arn + "/*")));
    }

    private AppConstruct asConstruct() {
        return new ResourceConstruct(spot, table)
                .value("tableName", table::getTableName)
                .value("tableArn", table::getTableArn)
                .bound(this::grants, "tableName")
                .functions(receivers)
                .extension((place, added) -> consume(place, added.props(TableProps.class)));
    }
}
