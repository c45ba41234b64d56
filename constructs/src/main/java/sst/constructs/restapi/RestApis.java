package sst.constructs.restapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.apigateway.Cors;
import software.amazon.awscdk.services.apigateway.CorsOptions;
import software.amazon.awscdk.services.apigateway.GatewayResponseOptions;
import software.amazon.awscdk.services.apigateway.ResponseType;
import software.amazon.awscdk.services.apigateway.RestApi;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.restapi.ApiGatewayV1ApiProps;

/** REST APIs that the config does not find somewhere: open to all origins, logged and traced (SST v2). */
final class RestApis {
    private static final List<String> ALL = List.of("*");
    private static final String DEPLOY = "deployOptions";

    private RestApis() {}

    static RestApi make(Spot spot, ApiGatewayV1ApiProps props, Map<String, Object> cdk) {
        refuseBoth(props, cdk);
        RestApi.Builder builder = RestApi.Builder.create(spot.scope(), "Api")
                .restApiName(spot.site().prefixed(spot.id()));
        if (!Boolean.FALSE.equals(props.cors()) && !cdk.containsKey("defaultCorsPreflightOptions")) {
            builder.defaultCorsPreflightOptions(CorsOptions.builder()
                    .allowHeaders(ALL)
                    .allowOrigins(Cors.ALL_ORIGINS)
                    .allowMethods(Cors.ALL_METHODS)
                    .build());
        }
        Map<String, Object> own = new LinkedHashMap<>(cdk);
        own.put(DEPLOY, stage(spot, props, cdk.get(DEPLOY)));
        RestApi made = Resource.with(spot, builder, own).build();
        if (Boolean.TRUE.equals(props.cors())) {
            openErrors(made);
        }
        return made;
    }

    private static Object stage(Spot spot, ApiGatewayV1ApiProps props, @Nullable Object written) {
        if (written != null && !(written instanceof Map)) {
            return written;
        }
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("stageName", spot.site().app().stage());
        options.put("tracingEnabled", true);
        options.putAll(RestLog.options(spot, props.accessLog()));
        if (written instanceof Map<?, ?> own) {
            own.forEach((name, value) -> options.put(String.valueOf(name), value));
        }
        return options;
    }

    /** Errors of API Gateway itself are not seen by pages of other origins unless they say that they may be. */
    private static void openErrors(RestApi api) {
        Map<String, String> headers =
                Map.of("Access-Control-Allow-Origin", "'*'", "Access-Control-Allow-Headers", "'*'");
        Map<String, ResponseType> types = new LinkedHashMap<>();
        types.put("GatewayResponseDefault4XX", ResponseType.DEFAULT_4_XX);
        types.put("GatewayResponseDefault5XX", ResponseType.DEFAULT_5_XX);
        types.forEach((id, type) -> api.addGatewayResponse(
                id,
                GatewayResponseOptions.builder()
                        .type(type)
                        .responseHeaders(headers)
                        .build()));
    }

    private static void refuseBoth(ApiGatewayV1ApiProps props, Map<String, Object> cdk) {
        Map<?, ?> deploy = cdk.get(DEPLOY) instanceof Map<?, ?> map ? map : Map.of();
        refuse(props.customDomain() != null && cdk.containsKey("domainName"), "customDomain", "domainName");
        refuse(
                props.cors() != null && cdk.containsKey("defaultCorsPreflightOptions"),
                "cors",
                "defaultCorsPreflightOptions");
        for (String name : List.of("accessLogDestination", "accessLogFormat")) {
            refuse(props.accessLog() != null && deploy.containsKey(name), "accessLog", DEPLOY + "." + name);
        }
    }

    private static void refuse(boolean isBoth, String prop, String other) {
        if (isBoth) {
            throw Errors.of(Code.CONFLICT, "both '" + prop + "' and 'cdk.restApi." + other + "' are set")
                    .hint("keep the one that you mean")
                    .subject(prop)
                    .asError();
        }
    }
}
