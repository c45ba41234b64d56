package sst.model.appsync;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.model.event.Receiver;
import sst.model.eventbus.EventBus;
import sst.model.eventbus.EventBusTarget;
import sst.model.function.Function;
import sst.model.function.FunctionDefinition;
import sst.model.function.FunctionProps;
import sst.model.function.FunctionTarget;
import sst.model.rds.Rds;
import sst.model.rds.RdsTarget;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.table.Table;
import sst.model.table.TableTarget;
import sst.model.value.CdkOverride;

/** Where fields of a GraphQL API get their data: a function, a table, a database, another server, or nowhere. */
@Nested("Where fields of a GraphQL API get their data.")
@Coerced(
        accepts = {String.class, Function.class, Table.class, Rds.class, EventBus.class},
        record = FunctionProps.class)
public record DataSource(
        @Nullable
                @Prop(
                        value = "The kind; left out, the other props tell it. Needed for none and open_search.",
                        synonyms = "type")
                DataSourceKind kind,
        @Nullable @Prop(value = "The function.", example = "'src/list.main'") FunctionDefinition function,
        @Nullable @Prop("The table.") TableTarget table,
        @Nullable @Prop("The database.") RdsTarget rds,
        @Nullable @Prop("A database of the cluster other than the default one.") String databaseName,
        @Nullable @Prop(value = "The address of another server.", example = "'https://acme.com'") String endpoint,
        @Nullable @Prop("The event bus that mutations send to.") EventBusTarget eventBus,
        @Nullable @Prop("The data source's name in AppSync; left out, its key.") String name,
        @Nullable @Prop("What it is for, as the AWS console shows it.") String description,
        @Prop("CDK props of the data source (dataSource), merged last.") Map<String, CdkOverride> cdk)
        implements Receiver {
    private static final Map<Class<?>, String> HANDLES =
            Map.of(Table.class, "table", Rds.class, "rds", EventBus.class, "eventBus");

    /** A handler, a function, a table, a database, a bus, or props. */
    public static PropType<DataSource> type() {
        PropType<DataSource> props = FunctionTarget.type(() -> DataSourceBlock.SCHEMA);
        return new PropType<>() {
            @Override
            public String description() {
                return "a handler such as 'src/list.main', a function, a table, an rds, an eventBus, or a map of props";
            }

            @Override
            public DataSource coerce(Object raw) {
                String prop = HANDLES.get(raw.getClass());
                return prop == null ? props.coerce(raw) : DataSourceBlock.SCHEMA.read(Map.of(prop, raw));
            }

            @Override
            public Optional<BlockSchema<?>> block() {
                return Optional.of(DataSourceBlock.SCHEMA);
            }
        };
    }

    /** The kind, by its name or by the props that only it has. */
    public DataSourceKind effectiveKind() {
        if (kind != null) {
            return kind;
        }
        if (table != null) {
            return DataSourceKind.DYNAMODB;
        }
        if (rds != null) {
            return DataSourceKind.RDS;
        }
        if (endpoint != null) {
            return DataSourceKind.HTTP;
        }
        return eventBus == null ? DataSourceKind.FUNCTION : DataSourceKind.EVENT_BUS;
    }
}
