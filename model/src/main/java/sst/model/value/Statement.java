package sst.model.value;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** An IAM policy statement. */
@Nested("An IAM policy statement.")
public record Statement(
        @Prop(value = "IAM actions.", example = "'s3:GetObject'", required = true) List<String> actions,
        @Prop(value = "ARNs that the actions may touch.", example = "'*'", required = true) List<String> resources,
        @Nullable @Prop(value = "Allow or Deny.", defaultsTo = "Allow") Effect effect,
        @Prop("IAM conditions, by operator.") Map<String, Object> conditions) {

    /** Whether a statement gives or takes. */
    public enum Effect {
        ALLOW("Allow"),
        DENY("Deny");

        private final String text;

        Effect(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
