package sst.constructs.function;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.amazon.awscdk.services.lambda.FunctionUrlAuthType;
import software.amazon.awscdk.services.lambda.FunctionUrlCorsOptions;
import software.amazon.awscdk.services.lambda.FunctionUrlOptions;
import software.amazon.awscdk.services.lambda.HttpMethod;
import software.amazon.awscdk.services.lambda.InvokeMode;
import sst.model.function.FunctionUrlProps;
import sst.model.value.Cors;
import sst.model.value.CorsProps;

/** A function's own URL, open to all origins unless the config says otherwise (SST v2). */
final class FunctionUrls {
    private static final List<String> ALL = List.of("*");

    private FunctionUrls() {}

    static @Nullable FunctionUrl add(Function function, sst.model.function.@Nullable FunctionUrl url) {
        if (url == null || !url.enabled()) {
            return null;
        }
        FunctionUrlProps props = url.props();
        boolean isIam = props.authorizer() == FunctionUrlProps.Authorizer.IAM;
        FunctionUrlOptions.Builder options = FunctionUrlOptions.builder()
                .authType(isIam ? FunctionUrlAuthType.AWS_IAM : FunctionUrlAuthType.NONE)
                .invokeMode(Boolean.TRUE.equals(props.streaming()) ? InvokeMode.RESPONSE_STREAM : InvokeMode.BUFFERED);
        Cors cors = props.cors();
        if (cors == null || cors.enabled()) {
            options.cors(cors == null ? open() : cors(cors.props()));
        }
        return function.addFunctionUrl(options.build());
    }

    private static FunctionUrlCorsOptions open() {
        return FunctionUrlCorsOptions.builder()
                .allowedHeaders(ALL)
                .allowedMethods(List.of(HttpMethod.ALL))
                .allowedOrigins(ALL)
                .build();
    }

    private static FunctionUrlCorsOptions cors(CorsProps props) {
        FunctionUrlCorsOptions.Builder cors = FunctionUrlCorsOptions.builder()
                .allowedHeaders(props.allowHeaders().isEmpty() ? ALL : props.allowHeaders())
                .allowedMethods(
                        props.allowMethods().isEmpty()
                                ? List.of(HttpMethod.ALL)
                                : props.allowMethods().stream()
                                        .map(FunctionUrls::method)
                                        .toList())
                .allowedOrigins(props.allowOrigins().isEmpty() ? ALL : props.allowOrigins());
        if (props.allowCredentials() != null) {
            cors.allowCredentials(props.allowCredentials());
        }
        if (!props.exposeHeaders().isEmpty()) {
            cors.exposedHeaders(props.exposeHeaders());
        }
        if (props.maxAge() != null) {
            cors.maxAge(Duration.seconds(props.maxAge().toSeconds()));
        }
        return cors.build();
    }

    private static HttpMethod method(String name) {
        return name.equals("*") || name.equals("ANY") ? HttpMethod.ALL : HttpMethod.valueOf(name);
    }
}
