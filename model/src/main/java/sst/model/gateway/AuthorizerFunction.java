package sst.model.gateway;

import sst.model.event.HandleType;
import sst.model.function.Function;
import sst.model.ref.ConstructId;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;

/**
 * A function that decides who may call an API; it is made apart, since other APIs may ask it too.
 *
 * @param id which one
 */
@Coerced(accepts = Function.class)
public record AuthorizerFunction(ConstructId id) {
    /** A function's handle. */
    public static PropType<AuthorizerFunction> type() {
        return new HandleType<>(Function.class, AuthorizerFunction.class, AuthorizerFunction::new);
    }
}
