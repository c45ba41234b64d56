package sst.model.bucket;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** Which pages may do what with a bucket. */
@Nested("Which pages may do what with a bucket.")
public record CorsRule(
        @Prop(value = "HTTP methods: GET, PUT, HEAD, POST, DELETE.", example = "'GET'") List<String> allowedMethods,
        @Prop(value = "Origins.", example = "'https://example.com'") List<String> allowedOrigins,
        @Prop("Request headers.") List<String> allowedHeaders,
        @Prop("Response headers that pages may read.") List<String> exposedHeaders,
        @Nullable @Prop("A name for the rule.") String id,
        @Nullable @Prop("How long browsers remember the answer.") Duration maxAge) {}
