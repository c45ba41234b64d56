package sst.local.cfn.value;

import com.fasterxml.jackson.databind.JsonNode;

/** One intrinsic function. It gets its argument as written, because some must not look at all of it. */
@FunctionalInterface
interface Intrinsic {
    /** The function's value; a missing node means {@code AWS::NoValue}. */
    JsonNode apply(JsonNode argument, Evaluator evaluator);
}
