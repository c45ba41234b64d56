package sst.model.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.api.route.Route;
import sst.model.gateway.AccessLog;
import sst.model.gateway.CustomDomain;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;
import sst.model.value.Cors;

/** An HTTP API (SST v2: {@code constructs/Api.ts}). */
@Construct(
        value = "api",
        doc = "An HTTP API (API Gateway v2) with a function, server or AWS service per route.",
        handle = Api.class)
public record ApiProps(
        @Prop(
                        value = "What answers each route.",
                        example = "'GET /notes': 'src/list.main'",
                        block = ApiRoutesBlock.class)
                Map<String, Route> routes,
        @Nullable @Prop(value = "Which browser pages may call.", defaultsTo = "true") Cors cors,
        @Nullable @Prop(value = "How requests are logged.", defaultsTo = "true") AccessLog accessLog,
        @Nullable
                @Prop(
                        value = "A name of your own under which the API answers.",
                        example = "'api.acme.com'",
                        synonyms = "domain")
                CustomDomain customDomain,
        @Prop(
                        value = "Who may call, by a name that routes and defaults use.",
                        example =
                                "tokens: [type: 'jwt', jwt: [issuer: 'https://acme.eu.auth0.com', audience: ['web']]]")
                Map<String, ApiAuthorizer> authorizers,
        @Nullable @Prop("What every route starts from.") ApiDefaults defaults,
        @Prop(
                        value =
                                "CDK props by object (httpApi, httpStages), merged last, or a closure that returns an API.",
                        example = "httpApi: [description: 'notes']")
                Map<String, CdkOverride> cdk) {}
