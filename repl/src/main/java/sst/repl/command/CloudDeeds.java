package sst.repl.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.repl.view.Callable;
import sst.repl.view.ConstructView;
import sst.repl.view.Deeds;
import sst.repl.view.FunctionView;
import sst.runner.action.function.InvokeAction;
import sst.runner.aws.FunctionPort.Invocation;
import sst.runner.failure.Problems;

/** What a line can do with what is deployed: {@code api.create.invoke(body: '{}')}. */
public final class CloudDeeds implements Deeds {
    private static final Deed INVOKE =
            new Deed("invoke", "(event)", "Calls the deployed function and gives its answer.");

    private @Nullable Desk desk;

    /** Tells where the work is done; a desk is made after the views that name these deeds. */
    public void workAt(Desk where) {
        desk = where;
    }

    @Override
    public List<Deed> of(Object view) {
        boolean isFunction = view instanceof FunctionView
                || (view instanceof ConstructView construct && construct.type().equals("Function"));
        return isFunction ? List.of(INVOKE) : List.of();
    }

    @Override
    public @Nullable Object run(Object view, String name, Object arguments) {
        Desk place = Objects.requireNonNull(desk);
        place.requireUnlocked();
        Object[] all = arguments instanceof Object[] array ? array : new Object[] {arguments};
        String event = json(all.length == 0 ? Map.of() : all.length == 1 ? all[0] : Arrays.asList(all));
        String function = ((Callable) view).functionId().id();
        Invocation answer = new InvokeAction(place.context(), place.constructNames())
                .invoke(place.app().identity(), function, event);
        if (answer.error() != null) {
            answer.log().lines().forEach(place.ui()::say);
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
