package sst.repl.view;

import groovy.lang.GroovyObjectSupport;
import groovy.lang.MissingMethodException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.InvokerInvocationException;
import org.jspecify.annotations.Nullable;
import sst.model.construct.ConstructHandle;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.Suggestion;
import sst.model.ref.ConstructId;
import sst.model.ref.Ref;
import sst.model.ref.View;
import sst.model.schema.PropSchema;

/** A construct as the prompt shows it: its props to be read and set, its values, its functions, its methods. */
public final class ConstructView extends GroovyObjectSupport implements View, Callable {
    private final Views views;
    private final ConstructHandle<?> handle;

    ConstructView(Views views, ConstructHandle<?> handle) {
        this.views = views;
        this.handle = handle;
    }

    /** What the construct call returned. */
    public ConstructHandle<?> handle() {
        return handle;
    }

    @Override
    public Object subject() {
        return handle;
    }

    @Override
    public ConstructId functionId() {
        return handle.constructId();
    }

    /** SST's class name, such as {@code Table}. */
    public String type() {
        return handle.constructId().type();
    }

    /** The functions it makes, in the order written. */
    public List<FunctionView> functions() {
        return views.functionsOf(handle);
    }

    /** The values that a deploy gives it, such as {@code tableName}. */
    public Map<String, Ref> refs() {
        Map<String, Ref> refs = new TreeMap<>();
        for (Method method : handle.getClass().getMethods()) {
            boolean isValue = method.getReturnType() == Ref.class && method.getParameterCount() == 0;
            if (isValue && method.getName().startsWith("get")) {
                refs.put(Names.small(method.getName().substring(3)), (Ref)
                        InvokerHelper.invokeMethod(handle, method.getName(), new Object[0]));
            }
        }
        return refs;
    }

    /** The props that are set, by name. */
    public Map<String, Object> values() {
        Map<String, Object> set = new LinkedHashMap<>();
        for (PropSchema prop : handle.block().schema().props()) {
            Object value = handle.block().valueOf(prop.name());
            if (value != null && !Records.isNothing(value)) {
                set.put(prop.name(), value);
            }
        }
        return set;
    }

    @Override
    public @Nullable Object getProperty(String name) {
        if (name.equals("metaClass")) {
            return getMetaClass();
        }
        Ref ref = refs().get(name);
        if (ref != null) {
            return ref;
        }
        Optional<PropSchema> prop = handle.block().schema().prop(name);
        if (prop.isPresent()) {
            String path = handle.getId() + "." + prop.get().name();
            return views.shown(
                    path,
                    prop.get().type(),
                    new Spot.InBlock(handle.block(), prop.get().name()));
        }
        Optional<FunctionView> function = function(name);
        if (function.isPresent()) {
            return function.get();
        }
        return switch (name) {
            case "id" -> handle.getId();
            case "functions" -> functions();
            default -> throw unknown(name);
        };
    }

    /** One of its functions, by its key or by the short name of its handler. */
    private Optional<FunctionView> function(String name) {
        List<FunctionView> all = functions();
        Optional<FunctionView> byKey =
                all.stream().filter(each -> each.key().equals(name)).findFirst();
        return byKey.isPresent()
                ? byKey
                : all.stream().filter(each -> each.shortName().equals(name)).findFirst();
    }

    @Override
    public void setProperty(String name, Object value) {
        if (handle.block().schema().prop(name).isEmpty()) {
            throw unknown(name);
        }
        handle.block().set(name, views.taken(value));
    }

    @Override
    public @Nullable Object invokeMethod(String name, Object arguments) {
        if (views.deeds().find(this, name).isPresent()) {
            return views.deeds().run(this, name, arguments);
        }
        Object[] all = arguments instanceof Object[] array ? array : new Object[] {arguments};
        if (!methods().contains(name) && handle.block().schema().prop(name).isPresent()) {
            handle.block().add(name, views.taken(all.length == 1 ? all[0] : Arrays.asList(all)));
            return this;
        }
        try {
            Object[] taken = Arrays.stream(all).map(views::taken).toArray();
            return views.wrapped(InvokerHelper.invokeMethod(handle, name, taken));
        } catch (MissingMethodException missing) {
            throw missing(name);
        } catch (InvokerInvocationException thrown) {
            throw thrown.getCause() instanceof RuntimeException cause ? cause : thrown;
        }
    }

    private RuntimeException missing(String name) {
        boolean isThere = methods().contains(name);
        String summary = isThere
                ? name + " of " + handle + " does not take these arguments"
                : "no method " + name + " on " + type();
        return Diagnostic.error(Code.UNKNOWN_METHOD, summary)
                .hint(isThere ? "" : Suggestion.hint(name, known()))
                .subject(name)
                .asError();
    }

    private RuntimeException unknown(String name) {
        return Diagnostic.error(Code.UNKNOWN_PROPERTY, "no property " + name + " on " + type())
                .hint(Suggestion.hint(name, known()))
                .subject(name)
                .asError();
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(handle.block().schema().spellings());
        known.addAll(refs().keySet());
        functions().forEach(function -> known.add(function.shortName()));
        known.addAll(methods());
        return known;
    }

    /** Names of what can be called on it. */
    public List<String> methods() {
        return Arrays.stream(handle.getClass().getMethods())
                .filter(method -> method.getDeclaringClass().getName().startsWith("sst."))
                .map(Method::getName)
                .filter(name -> !name.startsWith("get")
                        && !List.of("block", "build", "at", "remember", "toString", "constructId")
                                .contains(name))
                .distinct()
                .sorted()
                .toList();
    }

    /** {@code table 'Notes'}. */
    @Override
    public String toString() {
        return type().toLowerCase(Locale.ROOT) + " '" + handle.getId() + "'";
    }
}
