package sst.local.cfn.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import sst.local.cfn.template.TemplateError;

/** One intrinsic function. It gets its argument as written, because some must not look at all of it. */
@FunctionalInterface
interface Intrinsic {
    /** The function's value; a missing node means {@code AWS::NoValue}. */
    JsonNode apply(JsonNode argument, Evaluator evaluator);

    /** The same, whose value is unknown when it fails on one that is not known yet. */
    default Intrinsic orUnknown() {
        return (argument, evaluator) -> {
            try {
                return apply(argument, evaluator);
            } catch (TemplateError failed) {
                if (evaluator.evaluate(argument).toString().contains(Scope.UNKNOWN)) {
                    return TextNode.valueOf(Scope.UNKNOWN);
                }
                throw failed;
            }
        };
    }

    /** An intrinsic from a method. */
    static Intrinsic of(Intrinsic method) {
        return method;
    }
}
