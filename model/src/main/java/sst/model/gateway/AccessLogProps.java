package sst.model.gateway;

import org.jspecify.annotations.Nullable;
import sst.model.function.LogRetention;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** How requests are logged. */
@Nested("How requests are logged.")
public record AccessLogProps(
        @Nullable @Prop("The line of one request, with $context variables; SST's JSON when left out.") String format,
        @Nullable @Prop("The ARN of a log group in place of a new one.") String destinationArn,
        @Nullable @Prop(value = "How long the log is kept.", defaultsTo = "infinite") LogRetention retention) {}
