package sst.constructs.appsync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.appsync.Definition;
import software.amazon.awscdk.services.appsync.GraphqlApi;
import software.amazon.awscdk.services.appsync.IGraphqlApi;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.Grant;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Receivers;
import sst.constructs.event.Resource;
import sst.constructs.event.ResourceConstruct;
import sst.constructs.event.Spot;
import sst.constructs.gateway.Conflicts;
import sst.constructs.host.Errors;
import sst.model.app.StackModel;
import sst.model.appsync.AppSyncApiProps;
import sst.model.appsync.MappingTemplate;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.SourceRef;
import sst.model.event.Receiver;
import sst.model.function.FunctionProps;
import sst.model.value.CdkOverride;

/** {@code appSyncApi}: a GraphQL API, its data sources and resolvers. */
public final class AppSyncApiConstruct {
    private final Spot spot;
    private final Optional<AppSyncNames> names;
    private final IGraphqlApi api;
    private final Receivers receivers = new Receivers();
    private final Resolvers resolvers;

    private AppSyncApiConstruct(ConstructModel model, StackSite site) {
        AppSyncApiProps props = model.props(AppSyncApiProps.class);
        this.spot = Resource.spot(model, site, props.cdk(), "graphqlApi");
        CdkOverride override = CdkProps.of(props.cdk(), "graphqlApi");
        if (override.isGiven()) {
            Conflicts.refuse(Map.of("customDomain", props.customDomain() != null), "graphqlApi");
        }
        this.names = Optional.ofNullable(props.customDomain()).map(domain -> new AppSyncNames(spot, domain));
        this.api = Resource.of(spot, override, IGraphqlApi.class, own -> make(props, own));
        this.resolvers = new Resolvers(api, new DataSources(api, receivers));
        resolvers.add(spot, props);
    }

    /** How GraphQL APIs are made. */
    public static ConstructType type() {
        return new ConstructType() {
            @Override
            public AppConstruct make(ConstructModel model, StackSite site) {
                return new AppSyncApiConstruct(model, site).asConstruct();
            }

            @Override
            public List<String> files(ConstructModel model) {
                return read(model.props(AppSyncApiProps.class));
            }

            @Override
            public Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
                AppSyncApiProps props = model.props(AppSyncApiProps.class);
                return Receivers.own(receivers(props), props.defaults(), stack);
            }

            @Override
            public SourceRef at(ConstructModel model, String key) {
                return Receivers.at(receivers(model.props(AppSyncApiProps.class)), key, model);
            }
        };
    }

    private static Map<String, Receiver> receivers(AppSyncApiProps props) {
        Map<String, Receiver> all = new LinkedHashMap<>(props.dataSources());
        all.putAll(props.resolvers());
        return all;
    }

    private static List<String> read(AppSyncApiProps props) {
        Stream<@Nullable MappingTemplate> templates = props.resolvers().values().stream()
                .flatMap(each -> Stream.of(each.requestMapping(), each.responseMapping()));
        return Stream.concat(
                        props.schema().stream(),
                        templates.filter(Objects::nonNull).map(MappingTemplate::file))
                .filter(Objects::nonNull)
                .toList();
    }

    private IGraphqlApi make(AppSyncApiProps props, Map<String, Object> own) {
        if (props.schema().isEmpty()) {
            throw Errors.of(
                            Code.MISSING_PROP,
                            "appSyncApi '" + spot.model().id().id() + "' needs 'schema'")
                    .hint("write schema 'schema.graphql'")
                    .asError();
        }
        return Schemas.with(spot.site().files(), props.schema(), schema -> {
            GraphqlApi.Builder builder = GraphqlApi.Builder.create(spot.scope(), "Api")
                    .name(spot.site().prefixed(spot.id()))
                    .xrayEnabled(true)
                    .definition(Definition.fromSchema(schema));
            names.ifPresent(each -> builder.domainName(each.options()));
            GraphqlApi made = Resource.with(spot, builder, own).build();
            names.ifPresent(each -> each.point(made));
            return made;
        });
    }

    private AppConstruct asConstruct() {
        ResourceConstruct construct = new ResourceConstruct(spot, api)
                .value("apiId", api::getApiId)
                .value("apiArn", api::getArn)
                .functions(receivers)
                .permits(() -> List.of(Grant.allow(List.of("appsync:GraphQL"), List.of(api.getArn() + "/*"))))
                .extension((place, added) -> resolvers.add(place, added.props(AppSyncApiProps.class)));
        if (api instanceof GraphqlApi own) {
            construct
                    .value("apiName", own::getName)
                    .value("url", own::getGraphqlUrl)
                    .bound(access -> List.of(), Map.of("url", () -> names.map(AppSyncNames::url)
                            .orElseGet(own::getGraphqlUrl)));
        }
        return construct;
    }
}
