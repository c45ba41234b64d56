package sst.repl.jshell;

import groovy.lang.GroovyObject;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.model.app.build.AppBuilder;
import sst.model.construct.ConstructHandle;
import sst.model.diagnostic.Code;
import sst.model.ref.View;
import sst.repl.lang.LiveNames;
import sst.repl.session.LiveApp;
import sst.repl.session.Transaction;
import sst.repl.view.FunctionView;
import sst.repl.view.Views;
import sst.runner.failure.Problems;

/** The names of the prompt as Java sees them: objects of the model with their own types. */
public final class LiveVariables {
    private final Supplier<LiveApp> app;
    private final LiveNames names;
    private final Views views;

    public LiveVariables(Supplier<LiveApp> app, LiveNames names, Views views) {
        this.app = app;
        this.names = names;
        this.views = views;
    }

    AppBuilder builder() {
        return app.get().builder();
    }

    Transaction run(String text, Callable<@Nullable Object> line) throws Exception {
        return app.get().run("java", text, line);
    }

    /** What of these names the prompt knows, each with its value now. */
    Map<String, Object> among(Iterable<String> words) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (String word : words) {
            Object value = names.hasVariable(word) ? names.getVariable(word) : null;
            if (value != null) {
                found.put(word, value instanceof View view ? view.subject() : value);
            }
        }
        return found;
    }

    /** All of them, for completion. */
    List<String> all() {
        return List.copyOf(names.getVariables().keySet());
    }

    /** Keeps a variable that a line made or changed, for lines in either language. */
    void keep(String name, @Nullable Object value) {
        names.setVariable(name, value);
    }

    /** A type by which Java can declare a variable of this value. */
    static String type(Object value) {
        Class<?> type = value.getClass();
        while (!Modifier.isPublic(type.getModifiers()) || type.getCanonicalName() == null) {
            type = type.getSuperclass();
        }
        return String.valueOf(type.getCanonicalName());
    }

    FunctionView function(String path) {
        int dot = path.indexOf('.');
        Object owner = dot < 0 || !names.hasVariable(path.substring(0, dot))
                ? null
                : names.getVariable(path.substring(0, dot));
        Object found = owner instanceof GroovyObject view ? view.getProperty(path.substring(dot + 1)) : null;
        if (found instanceof FunctionView function) {
            return function;
        }
        throw Problems.of(Code.UNKNOWN_CONSTRUCT, "'" + path + "' is no function behind a route or an event")
                .hint("write function(\"api.create\"), the construct and the handler's short name")
                .asError();
    }

    @Nullable
    Object invoke(Object function, Object event) {
        GroovyObject target =
                function instanceof ConstructHandle<?> handle ? views.of(handle) : (GroovyObject) function;
        return target.invokeMethod("invoke", new Object[] {event});
    }

    @Nullable
    Object shown(@Nullable Object value) {
        return views.wrapped(value);
    }
}
