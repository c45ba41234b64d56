package sst.model.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.Construct;
import sst.model.schema.Prop;
import sst.model.value.CdkOverride;
import sst.model.value.Cors;

/** An HTTP API (SST v2: {@code constructs/Api.ts}). */
@Construct(value = "api", doc = "An HTTP API (API Gateway v2) with a function per route.", handle = Api.class)
public record ApiProps(
        @Prop(value = "What answers each route.", example = "'GET /notes': 'src/list.main'", block = RoutesBlock.class)
                Map<String, Route> routes,
        @Nullable @Prop(value = "Which browser pages may call.", defaultsTo = "true") Cors cors,
        @Nullable @Prop(value = "How requests are logged.", defaultsTo = "true") AccessLog accessLog,
        @Nullable @Prop("What every route starts from.") ApiDefaults defaults,
        @Prop(
                        value = "CDK props by object (httpApi), merged last, or a closure that returns one.",
                        example = "httpApi: [description: 'notes']")
                Map<String, CdkOverride> cdk) {}
