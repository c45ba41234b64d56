package sst.constructs.construct;

import java.util.function.Supplier;

/** How a property of a bound construct reaches the function. */
public sealed interface BoundValue {
    /** What stands in the variable when the value is to be read from SSM at run time (SST v2's marker). */
    String FETCH_FROM_SSM = "__FETCH_FROM_SSM__";

    /** The value in the variable; asked only when it is needed, for the CDK has to be asked too. */
    record Plain(Supplier<String> value) implements BoundValue {}

    /** A secret: the variable says where to look, the value is put into SSM by the user. */
    record Secret() implements BoundValue {}

    /** The text of the environment variable. */
    default String variable() {
        return this instanceof Plain plain ? plain.value().get() : FETCH_FROM_SSM;
    }
}
