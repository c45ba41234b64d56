package sst.model.value;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** Which browser pages may call. */
@Nested("Which browser pages may call.")
public record CorsProps(
        @Nullable @Prop(value = "Whether cookies may be sent.", defaultsTo = "false") Boolean allowCredentials,
        @Prop(value = "Request headers that may be sent.", example = "'*'") List<String> allowHeaders,
        @Prop(value = "Methods that may be used.", example = "'GET', 'POST'") List<String> allowMethods,
        @Prop(value = "Origins that may call.", example = "'https://acme.com'") List<String> allowOrigins,
        @Prop(value = "Answer headers that pages may read.", example = "'date'") List<String> exposeHeaders,
        @Nullable @Prop(value = "How long browsers remember the answer.", example = "'1 day'") Duration maxAge) {}
