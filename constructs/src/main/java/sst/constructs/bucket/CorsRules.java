package sst.constructs.bucket;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import sst.constructs.host.Errors;
import sst.model.bucket.BucketCors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Suggestion;

/** Which browser pages may use a bucket: all of them, unless the config says otherwise (SST v2). */
final class CorsRules {
    private static final List<String> ALL = List.of("*");
    private static final List<HttpMethods> METHODS =
            List.of(HttpMethods.GET, HttpMethods.PUT, HttpMethods.HEAD, HttpMethods.POST, HttpMethods.DELETE);

    private CorsRules() {}

    static Optional<List<CorsRule>> of(@Nullable BucketCors cors) {
        if (cors == null || (cors.isEnabled() && cors.rules().isEmpty())) {
            return Optional.of(List.of(CorsRule.builder()
                    .allowedHeaders(ALL)
                    .allowedOrigins(ALL)
                    .allowedMethods(METHODS)
                    .build()));
        }
        return cors.isEnabled()
                ? Optional.of(cors.rules().stream().map(CorsRules::rule).toList())
                : Optional.empty();
    }

    private static CorsRule rule(sst.model.bucket.CorsRule written) {
        CorsRule.Builder rule = CorsRule.builder()
                .allowedMethods(
                        written.allowedMethods().stream().map(CorsRules::method).toList())
                .allowedOrigins(written.allowedOrigins());
        if (!written.allowedHeaders().isEmpty()) {
            rule.allowedHeaders(written.allowedHeaders());
        }
        if (!written.exposedHeaders().isEmpty()) {
            rule.exposedHeaders(written.exposedHeaders());
        }
        if (written.id() != null) {
            rule.id(written.id());
        }
        if (written.maxAge() != null) {
            rule.maxAge((int) written.maxAge().toSeconds());
        }
        return rule.build();
    }

    private static HttpMethods method(String name) {
        List<String> names = METHODS.stream().map(Enum::name).toList();
        String upper = name.toUpperCase(Locale.ROOT);
        if (!names.contains(upper)) {
            throw Errors.of(Code.INVALID_VALUE, "'" + name + "' is no method that pages may use on a bucket")
                    .hint(Suggestion.hint(upper, names))
                    .subject(name)
                    .asError();
        }
        return HttpMethods.valueOf(upper);
    }
}
