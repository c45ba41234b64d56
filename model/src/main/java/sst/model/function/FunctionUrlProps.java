package sst.model.function;

import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.Cors;

/** How a function answers at its URL. */
@Nested("How a function answers at its URL.")
public record FunctionUrlProps(
        @Nullable @Prop(value = "Who may call: none or iam.", defaultsTo = "none") Authorizer authorizer,
        @Nullable @Prop(value = "Which browsers may call; true for all.", defaultsTo = "true") Cors cors,
        @Nullable @Prop(value = "Whether the answer is streamed.", defaultsTo = "false") Boolean streaming) {

    /** Who may call a function's URL. */
    public enum Authorizer {
        NONE("none"),
        IAM("iam");

        private final String text;

        Authorizer(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
