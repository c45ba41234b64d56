package sst.model.restapi;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.gateway.AccessLog;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** A REST API (SST v2: {@code constructs/ApiGatewayV1Api.ts}). */
@Construct(
        value = "apiGatewayV1Api",
        doc = "A REST API (API Gateway v1) with a function per route.",
        handle = ApiGatewayV1Api.class)
public record ApiGatewayV1ApiProps(
        @Prop(
                        value = "What answers each route.",
                        example = "'GET /notes': 'src/list.main'",
                        block = RestRoutesBlock.class)
                Map<String, RestRoute> routes,
        @Nullable
                @Prop(
                        value = "Whether pages of all origins may call; written out, errors of the API say so too.",
                        defaultsTo = "true")
                Boolean cors,
        @Nullable @Prop(value = "How requests are logged.", defaultsTo = "true") AccessLog accessLog,
        @Nullable
                @Prop(
                        value = "A name of your own under which the API answers.",
                        example = "'api.acme.com'",
                        synonyms = "domain")
                RestDomain customDomain,
        @Prop(
                        value = "Who may call, by a name that routes and defaults use.",
                        example = "pool: [type: 'user_pools', userPoolIds: ['us-east-1_abc']]")
                Map<String, RestAuthorizer> authorizers,
        @Nullable @Prop("What every route starts from.") RestDefaults defaults,
        @Prop(
                        value =
                                "CDK props of the API (restApi), merged last, or a closure that returns one, with the ids of paths it has (importedPaths).",
                        example = "restApi: [description: 'notes']")
                Map<String, CdkOverride> cdk) {}
