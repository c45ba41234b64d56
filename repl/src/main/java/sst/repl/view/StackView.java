package sst.repl.view;

import groovy.lang.GroovyObjectSupport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.model.app.DefaultsBlock;
import sst.model.app.build.StackBlock;
import sst.model.construct.ConstructHandle;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.Suggestion;
import sst.model.ref.View;

/** A stack as the prompt shows it: its constructs by id, and everything that its block can do. */
public final class StackView extends GroovyObjectSupport implements View {
    private final Views views;
    private final StackBlock stack;

    StackView(Views views, StackBlock stack) {
        this.views = views;
        this.stack = stack;
    }

    /** The stack while it is written. */
    public StackBlock stack() {
        return stack;
    }

    @Override
    public Object subject() {
        return stack;
    }

    /** Its constructs. */
    public List<ConstructView> constructs() {
        return stack.handles().stream().map(views::of).toList();
    }

    @Override
    public @Nullable Object getProperty(String name) {
        Optional<ConstructHandle<?>> construct = Names.find(stack.handles(), ConstructHandle::getId, name);
        if (construct.isPresent()) {
            return views.of(construct.get());
        }
        return switch (name) {
            case "metaClass" -> getMetaClass();
            case "name" -> stack.name();
            case "defaults" ->
                new PropsView(
                        views, stack.name() + ".defaults", DefaultsBlock.SCHEMA, new Spot.WholeBlock(stack.defaults()));
            default -> function(name).orElseThrow(() -> unknown(name));
        };
    }

    /** A function of one of its constructs by its short name, where that is the only one. */
    private Optional<FunctionView> function(String name) {
        List<FunctionView> all = functions().stream()
                .filter(each -> each.shortName().equals(name))
                .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** The functions that its constructs make. */
    public List<FunctionView> functions() {
        return constructs().stream().flatMap(each -> each.functions().stream()).toList();
    }

    @Override
    public void setProperty(String name, Object value) {
        throw unknown(name);
    }

    @Override
    public @Nullable Object invokeMethod(String name, Object arguments) {
        return views.wrapped(views.inside(stack).invokeMethod(name, arguments));
    }

    private RuntimeException unknown(String name) {
        List<String> known = new ArrayList<>(stack.ids());
        functions().forEach(each -> known.add(each.shortName()));
        known.addAll(List.of("defaults", "name"));
        return Diagnostic.error(Code.UNKNOWN_CONSTRUCT, "stack '" + stack.name() + "' has no construct '" + name + "'")
                .hint(Suggestion.hint(name, known))
                .subject(name)
                .asError();
    }

    @Override
    public String toString() {
        return "stack " + stack.name();
    }
}
