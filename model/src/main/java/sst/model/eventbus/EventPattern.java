package sst.model.eventbus;

import java.util.List;
import java.util.Map;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** Which events a rule takes. */
@Nested("Which events a rule takes.")
public record EventPattern(
        @Prop(value = "Where they come from.", example = "'shop'") List<String> source,
        @Prop(value = "What they carry, by field.", example = "status: ['paid']") Map<String, Object> detail,
        @Prop(value = "What they are.", example = "'order.paid'") List<String> detailType) {}
