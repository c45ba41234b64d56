package sst.repl.lang;

import groovy.lang.Binding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import sst.model.app.AppBuilder;
import sst.model.app.StackBlock;
import sst.model.construct.ConstructHandle;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.repl.view.Names;
import sst.repl.view.Views;

/** The variables of the prompt: the user's own, and every stack and construct by its name. */
public final class LiveNames extends Binding {
    private final Supplier<AppBuilder> app;
    private final Views views;
    private final Map<String, Object> own = new LinkedHashMap<>();

    public LiveNames(Supplier<AppBuilder> app, Views views) {
        this.app = app;
        this.views = views;
    }

    /** The user's own variables, in the order they were made. */
    public Map<String, Object> own() {
        return own;
    }

    @Override
    public boolean hasVariable(String name) {
        return own.containsKey(name) || live(name).isPresent();
    }

    @Override
    public Object getVariable(String name) {
        Object value = own.get(name);
        if (value != null || own.containsKey(name)) {
            Object wrapped = views.wrapped(value);
            return wrapped == null ? value : wrapped;
        }
        return live(name).orElseThrow(() -> new groovy.lang.MissingPropertyException(name, getClass()));
    }

    /** A stack, or a construct of any stack; exact names come first, then names with a small first letter. */
    private Optional<Object> live(String name) {
        List<StackBlock> stacks = app.get().stacks();
        Optional<StackBlock> stack =
                stacks.stream().filter(each -> each.name().equals(name)).findFirst();
        if (stack.isPresent()) {
            return stack.map(views::of);
        }
        List<ConstructHandle<?>> handles = new ArrayList<>();
        stacks.forEach(each -> handles.addAll(each.handles()));
        return Names.find(handles, ConstructHandle::getId, name).map(views::of);
    }

    @Override
    public void setVariable(String name, Object value) {
        if (!own.containsKey(name) && live(name).isPresent()) {
            throw Diagnostic.error(
                            Code.CONFLICT, "'" + name + "' is " + live(name).get() + " of the app")
                    .hint("choose another name for a variable")
                    .subject(name)
                    .asError();
        }
        own.put(name, value);
    }

    @Override
    public void removeVariable(String name) {
        own.remove(name);
    }

    @Override
    public Map<String, Object> getVariables() {
        Map<String, Object> all = new LinkedHashMap<>(own);
        for (StackBlock stack : app.get().stacks()) {
            all.putIfAbsent(stack.name(), stack);
            stack.handles().forEach(handle -> all.putIfAbsent(handle.getId(), handle));
        }
        return all;
    }
}
