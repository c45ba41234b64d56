package sst.model.appsync;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.model.construct.ConstructScope;
import sst.model.construct.StackScope;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.Suggestion;
import sst.model.event.EventHandle;
import sst.model.function.ChildFunction;
import sst.model.ref.Ref;
import sst.model.schema.PropTypes;

/** The handle of a GraphQL API. */
public final class AppSyncApi extends EventHandle<AppSyncApiProps, AppSyncApi> {
    private static final String SOURCES = "dataSources";
    private static final String RESOLVERS = "resolvers";

    public AppSyncApi(ConstructScope scope, AppSyncApiBlock block) {
        super(scope, block);
    }

    @Override
    protected AppSyncApi self() {
        return this;
    }

    /** The API's id. */
    public Ref getApiId() {
        return ref("apiId");
    }

    /** The API's ARN. */
    public Ref getApiArn() {
        return ref("apiArn");
    }

    /** The API's name. */
    public Ref getApiName() {
        return ref("apiName");
    }

    /** The API's URL at AWS. */
    public Ref getUrl() {
        return ref("url");
    }

    /** The API's URL under its custom domain; nothing when it has none. */
    public @Nullable String getCustomDomainUrl() {
        AppSyncDomain domain = block().partial().customDomain();
        return domain == null ? null : "https://" + domain.domainName() + "/graphql";
    }

    /** Adds data sources; none may be there already. */
    public AppSyncApi addDataSources(Map<String, ?> sources) {
        requireNew("a data source", sources.keySet(), sources().keySet());
        block().add(SOURCES, sources);
        return this;
    }

    /** Adds data sources that belong to another stack, with their functions. */
    public AppSyncApi addDataSources(StackScope owner, Map<String, ?> sources) {
        requireNew("a data source", sources.keySet(), sources().keySet());
        addIn(owner, SOURCES, sources);
        return this;
    }

    /** Adds resolvers; none may be there already. */
    public AppSyncApi addResolvers(Map<String, ?> resolvers) {
        requireNew("a resolver", keys(resolvers), resolvers().keySet());
        block().add(RESOLVERS, resolvers);
        return this;
    }

    /** Adds resolvers that belong to another stack, with their functions. */
    public AppSyncApi addResolvers(StackScope owner, Map<String, ?> resolvers) {
        requireNew("a resolver", keys(resolvers), resolvers().keySet());
        addIn(owner, RESOLVERS, resolvers);
        return this;
    }

    private static Set<String> keys(Map<String, ?> resolvers) {
        return PropTypes.map(Resolver.type(), ResolversBlock::new)
                .coerce(resolvers)
                .keySet();
    }

    private void requireNew(String what, Set<String> added, Set<String> there) {
        added.stream().filter(there::contains).findFirst().ifPresent(key -> {
            throw Diagnostic.error(Code.DUPLICATE_ID, this + " has " + what + " '" + key + "' already")
                    .hint("change it where it is written")
                    .subject(key)
                    .asError();
        });
    }

    private Map<String, DataSource> sources() {
        Map<String, DataSource> all = new LinkedHashMap<>();
        written().forEach(each -> all.putAll(each.dataSources()));
        return all;
    }

    private Map<String, Resolver> resolvers() {
        Map<String, Resolver> all = new LinkedHashMap<>();
        written().forEach(each -> all.putAll(each.resolvers()));
        return all;
    }

    /** The data source of that name, or behind a field such as {@code 'Query notes'}; nothing when there is none. */
    public @Nullable DataSource getDataSource(String key) {
        DataSource source = sources().get(key);
        Resolver resolver = getResolver(key);
        if (source != null || resolver == null) {
            return source;
        }
        return resolver.function() == null
                ? sources().get(String.valueOf(resolver.dataSource()))
                : DataSourceBlock.SCHEMA.read(Map.of("function", resolver.function()));
    }

    /** What answers a field such as {@code 'Query notes'}; nothing when it has no resolver. */
    public @Nullable Resolver getResolver(String key) {
        return resolvers().get(ResolversBlock.spaced(key));
    }

    /** The function of a data source, or behind a field; nothing when there is none. */
    public @Nullable ChildFunction getFunction(String key) {
        DataSource source = getDataSource(key);
        return source == null || source.function() == null ? null : child(functionKey(key));
    }

    /** Lets the function of a data source, or behind a field, see and use resources. */
    public AppSyncApi bindToDataSource(String key, Object... resources) {
        attachBindings(functionKey(key), resources);
        return this;
    }

    /** Grants permissions to the function of a data source, or behind a field. */
    public AppSyncApi attachPermissionsToDataSource(String key, Object... permissions) {
        attachGrants(functionKey(key), permissions);
        return this;
    }

    /** Functions go by the data source's name, or by the field when it has one of its own. */
    private String functionKey(String key) {
        if (sources().containsKey(key)) {
            return key;
        }
        Resolver resolver = getResolver(key);
        if (resolver == null) {
            throw Diagnostic.error(Code.INVALID_VALUE, this + " has no data source or resolver '" + key + "'")
                    .hint(Suggestion.hint(key, sources().keySet()))
                    .subject(key)
                    .asError();
        }
        return resolver.dataSource() == null ? ResolversBlock.spaced(key) : resolver.dataSource();
    }
}
