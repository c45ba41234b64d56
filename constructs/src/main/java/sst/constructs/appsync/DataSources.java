package sst.constructs.appsync;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.appsync.BaseDataSource;
import software.amazon.awscdk.services.appsync.DynamoDbDataSource;
import software.amazon.awscdk.services.appsync.EventBridgeDataSource;
import software.amazon.awscdk.services.appsync.HttpDataSource;
import software.amazon.awscdk.services.appsync.IGraphqlApi;
import software.amazon.awscdk.services.appsync.LambdaDataSource;
import software.amazon.awscdk.services.appsync.NoneDataSource;
import software.amazon.awscdk.services.appsync.OpenSearchDataSource;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.events.IEventBus;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;
import sst.constructs.cdk.CdkProps;
import sst.constructs.event.Receivers;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.model.appsync.DataSource;
import sst.model.event.ChildDefaults;
import sst.model.event.Receiver;
import sst.model.ref.ConstructId;

/** What is behind the fields of a GraphQL API; ids are SST v2's. */
final class DataSources {
    private final IGraphqlApi api;
    private final Receivers receivers;
    private final Map<String, BaseDataSource> made = new LinkedHashMap<>();

    DataSources(IGraphqlApi api, Receivers receivers) {
        this.api = api;
        this.receivers = receivers;
    }

    Optional<BaseDataSource> find(String key) {
        return Optional.ofNullable(made.get(key));
    }

    /** Names of those that are there. */
    List<String> keys() {
        return List.copyOf(made.keySet());
    }

    /** Makes one, below the API or in the stack that adds it. */
    void add(Spot place, Map.Entry<String, DataSource> entry, @Nullable ChildDefaults defaults) {
        CdkProps.requireKeys(entry.getValue().cdk(), List.of("dataSource", "function"));
        made.put(entry.getKey(), make(place, entry, defaults));
    }

    /** Makes the one behind a function that a resolver has of its own. */
    BaseDataSource ofFunction(
            Spot place, Map.Entry<String, ? extends Receiver> entry, @Nullable ChildDefaults defaults) {
        String name = entry.getKey().replace(' ', '_');
        IFunction function = receivers.function(place, "Lambda_" + name, entry, defaults);
        return LambdaDataSource.Builder.create(parent(place), "LambdaDS_" + name)
                .api(api)
                .lambdaFunction(function)
                .build();
    }

    /** In its own stack a source is a child of the API, elsewhere of the stack. */
    Construct parent(Spot place) {
        return place.scope() == place.site().stack() ? place.scope() : (Construct) api;
    }

    private BaseDataSource make(Spot place, Map.Entry<String, DataSource> entry, @Nullable ChildDefaults defaults) {
        DataSource source = entry.getValue();
        String key = entry.getKey();
        Construct parent = parent(place);
        return switch (source.effectiveKind()) {
            case FUNCTION ->
                with(
                                place,
                                source,
                                LambdaDataSource.Builder.create(parent, key)
                                        .api(api)
                                        .lambdaFunction(receivers.function(place, "Lambda_" + key, entry, defaults)))
                        .build();
            case DYNAMODB -> table(place, source, DynamoDbDataSource.Builder.create(parent, key));
            case RDS -> new RdsSources(place, api).make(parent, key, source);
            case OPEN_SEARCH ->
                with(
                                place,
                                source,
                                OpenSearchDataSource.Builder.create(parent, key).api(api))
                        .build();
            case HTTP -> http(place, source, HttpDataSource.Builder.create(parent, key));
            case EVENT_BUS -> bus(place, source, EventBridgeDataSource.Builder.create(parent, key));
            case NONE ->
                with(place, source, NoneDataSource.Builder.create(parent, key).api(api))
                        .build();
        };
    }

    private BaseDataSource table(Spot place, DataSource source, DynamoDbDataSource.Builder builder) {
        builder.api(api);
        if (source.table() != null) {
            builder.table((ITable) cdk(place, source.table().id()));
        }
        return with(place, source, builder).build();
    }

    private BaseDataSource http(Spot place, DataSource source, HttpDataSource.Builder builder) {
        builder.api(api);
        if (source.endpoint() != null) {
            builder.endpoint(place.site().values().text(source.endpoint()));
        }
        return with(place, source, builder).build();
    }

    private BaseDataSource bus(Spot place, DataSource source, EventBridgeDataSource.Builder builder) {
        builder.api(api);
        if (source.eventBus() != null) {
            builder.eventBus((IEventBus) cdk(place, source.eventBus().id()));
        }
        return with(place, source, builder).build();
    }

    private static Object cdk(Spot place, ConstructId id) {
        return place.site().values().construct(id).cdk();
    }

    /** Name, description and the user's own CDK props over what is set. */
    static <B> B with(Spot place, DataSource source, B builder) {
        Map<String, Object> props = new LinkedHashMap<>();
        if (source.name() != null) {
            props.put("name", requireNonNull(source.name()));
        }
        if (source.description() != null) {
            props.put("description", requireNonNull(source.description()));
        }
        props.putAll(CdkProps.of(source.cdk(), "dataSource").props());
        return Resource.with(place, builder, props);
    }
}
