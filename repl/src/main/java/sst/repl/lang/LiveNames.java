package sst.repl.lang;

import groovy.lang.Binding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.model.app.build.AppBuilder;
import sst.model.app.build.StackBlock;
import sst.model.construct.ConstructHandle;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.repl.view.ConstructView;
import sst.repl.view.Names;
import sst.repl.view.Views;

/** The variables of the prompt: the user's own, and every stack and construct by its name. */
public final class LiveNames {
    private final Supplier<AppBuilder> app;
    private final Views views;
    private final Map<String, @Nullable Object> own = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> last = new HashMap<>();

    public LiveNames(Supplier<AppBuilder> app, Views views) {
        this.app = app;
        this.views = views;
    }

    /** The names as Groovy takes them. Groovy is not touched before, because its start would keep the prompt waiting. */
    Binding binding() {
        return new Variables(this);
    }

    private static final class Variables extends Binding {
        private final LiveNames all;

        Variables(LiveNames all) {
            this.all = all;
        }

        @Override
        public boolean hasVariable(String name) {
            return all.hasVariable(name);
        }

        @Override
        public @Nullable Object getVariable(String name) {
            return all.getVariable(name);
        }

        @Override
        public void setVariable(String name, @Nullable Object value) {
            all.setVariable(name, value);
        }

        @Override
        public void removeVariable(String name) {
            all.own().remove(name);
        }

        @Override
        public Map<String, @Nullable Object> getVariables() {
            return all.getVariables();
        }
    }

    /** The user's own variables, in the order they were made. */
    public Map<String, @Nullable Object> own() {
        return own;
    }

    /** Remembers what the last line came to, as {@code _}, or what was wrong with an entry, as {@code _err}. */
    public void remember(String name, @Nullable Object value) {
        last.put(name, value);
    }

    /** Whether there is a value of that name. */
    public boolean hasVariable(String name) {
        return own.containsKey(name) || last.containsKey(name) || live(name).isPresent();
    }

    /** The value of a name that there is. */
    public @Nullable Object getVariable(String name) {
        if (own.containsKey(name)) {
            return current(views.wrapped(own.get(name)));
        }
        if (last.containsKey(name)) {
            return current(last.get(name));
        }
        return live(name).orElseThrow(() -> new groovy.lang.MissingPropertyException(name, getClass()));
    }

    /** A construct that was kept in a variable, as the app has it now: after a reload every construct is a new one. */
    private @Nullable Object current(@Nullable Object value) {
        if (!(value instanceof ConstructView kept)) {
            return value;
        }
        return app.get().stacks().stream()
                .flatMap(stack -> stack.handles().stream())
                .filter(handle -> handle.constructId().equals(kept.handle().constructId()))
                .findFirst()
                .map(handle -> (Object) views.of(handle))
                .orElse(kept);
    }

    private Optional<Object> exact(String name) {
        return live(name)
                .filter(found -> !(found instanceof ConstructView construct)
                        || construct.handle().getId().equals(name));
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

    /** Makes a variable of the user's own, or gives it another value. */
    public void setVariable(String name, @Nullable Object value) {
        Optional<Object> taken = own.containsKey(name) ? Optional.empty() : exact(name);
        if (taken.isPresent()) {
            boolean isItself =
                    value instanceof ConstructHandle<?> handle && handle.getId().equals(name);
            if (isItself) {
                return;
            }
            throw Diagnostic.error(Code.CONFLICT, "'" + name + "' is " + taken.get() + " of the app")
                    .hint("choose another name for a variable")
                    .subject(name)
                    .asError();
        }
        own.put(name, value);
    }

    /** Everything by its name. */
    public Map<String, @Nullable Object> getVariables() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(own);
        for (StackBlock stack : app.get().stacks()) {
            all.putIfAbsent(stack.name(), stack);
            stack.handles().forEach(handle -> all.putIfAbsent(handle.getId(), handle));
        }
        return all;
    }
}
