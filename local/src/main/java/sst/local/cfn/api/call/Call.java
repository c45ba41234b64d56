package sst.local.cfn.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sst.local.cfn.template.TemplateError;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;

/** An operation of this service; what is wrong with a template becomes AWS's {@code ValidationError}. */
@FunctionalInterface
public interface Call {
    /** Answers the call. */
    JsonNode answer(Input input, CallContext context);

    /** The call as the gateway knows operations. */
    default Operation operation() {
        return (ObjectNode input, CallContext context) -> {
            try {
                return answer(new Input(input), context);
            } catch (TemplateError refused) {
                throw Problems.invalid(refused.text());
            }
        };
    }
}
