package sst.model.function;

import java.util.Optional;
import sst.model.ref.ConstructId;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;
import sst.model.value.Bindable;

/**
 * A layer of a function.
 *
 * @param arn of the layer's version; empty when there is an object
 * @param object a {@code cdk} block that returns the layer
 */
@Coerced(accepts = {CharSequence.class, Bindable.class})
public record Layer(String arn, Optional<ConstructId> object) {
    /** An ARN, or what a {@code cdk} block returned. */
    public static PropType<Layer> type() {
        return new PropType<>() {
            @Override
            public String description() {
                return "the ARN of a layer, or what a cdk block returned";
            }

            @Override
            public Layer coerce(Object raw) {
                if (raw instanceof Layer layer) {
                    return layer;
                }
                if (raw instanceof CharSequence arn) {
                    return new Layer(arn.toString(), Optional.empty());
                }
                if (raw instanceof Bindable handle) {
                    return new Layer("", Optional.of(handle.constructId()));
                }
                throw mismatch(raw);
            }
        };
    }
}
