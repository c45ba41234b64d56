package sst.repl.deed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.repl.command.Desk;
import sst.repl.view.Deeds.Deed;
import sst.runner.action.function.InvokeAction;
import sst.runner.aws.FunctionPort.Invocation;
import sst.runner.failure.Problems;

/** A call of a deployed function from a line. */
record FunctionCall(Desk desk, String function) {
    static final List<Deed> DEEDS =
            List.of(new Deed("invoke", "(event)", "Calls the deployed function and gives its answer."));

    @Nullable
    Object run(Object[] arguments) {
        desk.requireUnlocked();
        Object event =
                arguments.length == 0 ? Map.of() : arguments.length == 1 ? arguments[0] : Arrays.asList(arguments);
        Invocation answer = new InvokeAction(desk.context(), desk.constructNames())
                .invoke(desk.app().identity(), function, json(event));
        if (answer.error() != null) {
            answer.log().lines().forEach(desk.ui()::say);
            throw Problems.cloud(Problems.of(Code.CLOUD, "the function failed (" + answer.error() + ")")
                    .detail(answer.payload()));
        }
        return value(answer.payload());
    }

    private static String json(Object event) {
        try {
            return event instanceof CharSequence text ? text.toString() : new JsonMapper().writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw Problems.of(Code.WRONG_TYPE, "the event cannot be written as JSON: " + e.getOriginalMessage())
                    .asError();
        }
    }

    /** The answer as maps and lists where it is JSON. */
    private static @Nullable Object value(String payload) {
        try {
            Object value = new JsonMapper().readValue(payload, Object.class);
            return value instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : value;
        } catch (JsonProcessingException noJson) {
            return payload;
        }
    }
}
