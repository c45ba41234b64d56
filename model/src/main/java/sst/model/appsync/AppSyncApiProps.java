package sst.model.appsync;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.event.ChildDefaults;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** A GraphQL API (SST v2: {@code constructs/AppSyncApi.ts}). */
@Construct(
        value = "appSyncApi",
        doc = "A GraphQL API (AWS AppSync) with a function, table or another source behind each field.",
        handle = AppSyncApi.class)
public record AppSyncApiProps(
        @Prop(
                        value = "Files of the schema; several become one. Not needed when cdk gives the API.",
                        example = "'schema.graphql'")
                List<String> schema,
        @Prop(value = "Where fields get their data, by name.", example = "notes: 'src/list.main'")
                Map<String, DataSource> dataSources,
        @Prop(
                        value = "What answers each field: a data source's name, or a function.",
                        example = "'Query notes': 'src/list.main'",
                        block = ResolversBlock.class)
                Map<String, Resolver> resolvers,
        @Nullable
                @Prop(
                        value = "A name of your own under which the API answers.",
                        example = "'api.acme.com'",
                        synonyms = "domain")
                AppSyncDomain customDomain,
        @Nullable @Prop("What every function of the API starts from.") ChildDefaults defaults,
        @Prop(
                        value = "CDK props of the API (graphqlApi), merged last, or a closure that returns one.",
                        example = "graphqlApi: [xrayEnabled: false]")
                Map<String, CdkOverride> cdk) {}
