package sst.model.event;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import sst.model.construct.ConstructHandle;
import sst.model.construct.ConstructScope;
import sst.model.function.ChildFunction;
import sst.model.schema.Block;

/**
 * The handle of a construct that sends events to functions of its own.
 *
 * @param <R> its record of props
 * @param <H> the handle's class
 */
public abstract class EventHandle<R extends Record, H extends EventHandle<R, H>> extends ConstructHandle<R> {
    protected EventHandle(ConstructScope scope, Block<R> block) {
        super(scope, block);
    }

    /** The handle again, for calls in a row. */
    protected abstract H self();

    /** Lets every function of the construct see and use resources, later ones included. */
    public final H bind(Object... resources) {
        attachBindings("", resources);
        return self();
    }

    /** Grants permissions to every function of the construct, later ones included. */
    public final H attachPermissions(Object... permissions) {
        attachGrants("", permissions);
        return self();
    }

    /** One of its functions. */
    protected final ChildFunction child(String key) {
        return new ChildFunction(constructId(), key, new ChildFunction.Attaching(bindingsTo(), grantsTo()));
    }

    /** The functions among receivers. */
    protected final List<ChildFunction> children(List<? extends Map<String, ? extends Receiver>> receivers) {
        return receivers.stream()
                .flatMap(each -> each.entrySet().stream())
                .filter(each -> each.getValue().function() != null)
                .map(each -> child(each.getKey()))
                .toList();
    }

    /** A name for one more of the entries that are counted. */
    protected static String numbered(String name, List<? extends Map<String, ?>> entries) {
        return name + (entries.stream().mapToInt(Map::size).sum() + 1);
    }

    /** A function with further props, as {@code subscribe} takes it. */
    protected static Map<String, Object> receiver(Map<String, ?> options, Object function) {
        Map<String, Object> props = new java.util.LinkedHashMap<>(options);
        props.put("function", function);
        return props;
    }

    /** Several arguments, or one list, as a list. */
    protected static List<Object> listOf(Object one) {
        return one instanceof List<?> list ? List.copyOf(list) : Arrays.asList(one);
    }
}
