package sst.constructs.appsync;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.appsync.BaseDataSource;
import software.amazon.awscdk.services.appsync.IGraphqlApi;
import software.amazon.awscdk.services.appsync.Resolver;
import sst.constructs.cdk.CdkProps;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.constructs.host.Errors;
import sst.model.appsync.AppSyncApiProps;
import sst.model.appsync.MappingTemplate;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Suggestion;
import sst.model.event.ChildDefaults;

/** What answers the fields of a GraphQL API; ids are SST v2's. */
record Resolvers(IGraphqlApi api, DataSources sources) {
    void add(Spot place, AppSyncApiProps props) {
        props.dataSources().entrySet().forEach(entry -> sources.add(place, entry, props.defaults()));
        props.resolvers().entrySet().forEach(entry -> add(place, entry, props.defaults()));
    }

    private void add(
            Spot place, Map.Entry<String, sst.model.appsync.Resolver> entry, @Nullable ChildDefaults defaults) {
        sst.model.appsync.Resolver resolver = entry.getValue();
        CdkProps.requireKeys(resolver.cdk(), List.of("resolver", "function"));
        String[] names = entry.getKey().split(" ");
        Resolver.Builder builder = Resolver.Builder.create(sources.parent(place), names[0] + names[1] + "Resolver")
                .api(api)
                .typeName(names[0])
                .fieldName(names[1])
                .dataSource(source(place, entry, defaults));
        if (resolver.requestMapping() != null) {
            builder.requestMappingTemplate(template(place, entry.getKey(), resolver.requestMapping()));
        }
        if (resolver.responseMapping() != null) {
            builder.responseMappingTemplate(template(place, entry.getKey(), resolver.responseMapping()));
        }
        Resource.with(place, builder, CdkProps.of(resolver.cdk(), "resolver").props())
                .build();
    }

    private BaseDataSource source(
            Spot place, Map.Entry<String, sst.model.appsync.Resolver> entry, @Nullable ChildDefaults defaults) {
        String named = entry.getValue().dataSource();
        if (named == null) {
            return sources.ofFunction(place, entry, defaults);
        }
        return sources.find(named).orElseThrow(() -> Errors.of(
                        Code.INVALID_VALUE,
                        "resolver '" + entry.getKey() + "' names a data source '" + named + "' that is not there")
                .hint(Suggestion.hint(named, sources.keys()))
                .subject(named)
                .asError());
    }

    private static software.amazon.awscdk.services.appsync.MappingTemplate template(
            Spot place, String key, MappingTemplate written) {
        if ((written.file() == null) == (written.inline() == null)) {
            throw Errors.of(Code.CONFLICT, "a mapping of resolver '" + key + "' needs either 'file' or 'inline'")
                    .subject(key)
                    .asError();
        }
        String text = written.file() == null
                ? place.site().values().text(String.valueOf(written.inline()))
                : place.site().files().text(written.file());
        return software.amazon.awscdk.services.appsync.MappingTemplate.fromString(text);
    }
}
