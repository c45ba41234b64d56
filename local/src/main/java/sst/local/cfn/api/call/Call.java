package sst.local.cfn.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.locks.Lock;
import sst.local.cfn.template.TemplateError;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;

/** An operation of this service; what is wrong with a template becomes AWS's {@code ValidationError}. */
@FunctionalInterface
public interface Call {
    /** Answers the call. */
    JsonNode answer(Input input, CallContext context);

    /** The call, which waits until no other call has the lock. */
    default Call inTurn(Lock lock) {
        return (input, context) -> {
            lock.lock();
            try {
                return answer(input, context);
            } finally {
                lock.unlock();
            }
        };
    }

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
