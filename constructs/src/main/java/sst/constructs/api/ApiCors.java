package sst.constructs.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigatewayv2.CorsHttpMethod;
import software.amazon.awscdk.services.apigatewayv2.CorsPreflightOptions;
import sst.model.value.Cors;
import sst.model.value.CorsProps;

/** Which browser pages may call an API: all of them, unless the config says otherwise (SST v2). */
final class ApiCors {
    private static final List<String> ALL = List.of("*");

    private ApiCors() {}

    static Optional<CorsPreflightOptions> preflight(@Nullable Cors cors) {
        if (cors != null && !cors.enabled()) {
            return Optional.empty();
        }
        CorsPreflightOptions.Builder options = CorsPreflightOptions.builder()
                .allowCredentials(false)
                .allowHeaders(ALL)
                .allowMethods(List.of(CorsHttpMethod.ANY))
                .allowOrigins(ALL);
        if (cors != null) {
            lay(cors.props(), options);
        }
        return Optional.of(options.build());
    }

    private static void lay(CorsProps props, CorsPreflightOptions.Builder options) {
        if (props.allowCredentials() != null) {
            options.allowCredentials(props.allowCredentials());
        }
        if (!props.allowHeaders().isEmpty()) {
            options.allowHeaders(props.allowHeaders());
        }
        if (!props.allowMethods().isEmpty()) {
            options.allowMethods(
                    props.allowMethods().stream().map(ApiCors::method).toList());
        }
        if (!props.allowOrigins().isEmpty()) {
            options.allowOrigins(props.allowOrigins());
        }
        if (!props.exposeHeaders().isEmpty()) {
            options.exposeHeaders(props.exposeHeaders());
        }
        if (props.maxAge() != null) {
            options.maxAge(Duration.seconds(props.maxAge().toSeconds()));
        }
    }

    private static CorsHttpMethod method(String name) {
        return name.equals("*") ? CorsHttpMethod.ANY : CorsHttpMethod.valueOf(name);
    }
}
