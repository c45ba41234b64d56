package sst.dsl.scope;

import groovy.lang.Closure;
import groovy.lang.GroovyObject;
import groovy.lang.Script;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.app.build.AppBuilder;
import sst.model.app.build.StackBlock;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;

/** The top level of a config file: {@code app}, {@code stack}, {@code include}, and what every block sees. */
public abstract class ConfigScript extends Script {
    private @Nullable ConfigSession session;
    private String file = "";

    /** Ties the script to the app that it writes; called once before it runs. */
    final void begin(ConfigSession running, String path) {
        session = running;
        file = path;
    }

    /** A value of this script as the model takes it. */
    public final Object taken(Object raw) {
        return session().runner().takenDeeply(raw);
    }

    /** A stack as its block sees it, to be called from outside the block. */
    public final GroovyObject inside(StackBlock stack) {
        return new StackScope(session().runner(), stack);
    }

    /** A closure of this script as the body of a block. */
    final ScopedClosure scoped(Closure<?> closure) {
        return session().runner().body(closure);
    }

    private ConfigSession session() {
        if (session == null) {
            throw new IllegalStateException("the script was not begun");
        }
        return session;
    }

    private AppBuilder builder() {
        return session().builder();
    }

    /** The app block. */
    public void app(Closure<?> body) {
        builder().app(session().runner().body(body));
    }

    /** The app block as named arguments. */
    public void app(Map<String, ?> props) {
        builder().app(block -> block.fill(props));
    }

    /** A stack, or more of one. */
    public void stack(CharSequence name, Closure<?> body) {
        stack(Map.of(), name, body);
    }

    /** A stack with options. */
    public void stack(Map<String, ?> options, CharSequence name, Closure<?> body) {
        builder().stack(options, name.toString(), session().runner().body(body));
    }

    /** A stack with options, written as a map. */
    public void stack(CharSequence name, Map<String, ?> options, Closure<?> body) {
        stack(options, name, body);
    }

    /** Further files, by a path or pattern relative to this one. */
    public void include(CharSequence pattern) {
        session().include(file, pattern.toString());
    }

    @Override
    public Object getProperty(String name) {
        if (session != null && session.globals().has(name) && !getBinding().hasVariable(name)) {
            return session.globals().get(name);
        }
        return super.getProperty(name);
    }

    @Override
    public void println() {
        session().globals().print("println", new Object[0]);
    }

    @Override
    public void println(Object value) {
        session().globals().print("println", new Object[] {value});
    }

    @Override
    public void print(Object value) {
        session().globals().print("print", new Object[] {value});
    }

    @Override
    public Object invokeMethod(String name, Object arguments) {
        try {
            return super.invokeMethod(name, arguments);
        } catch (groovy.lang.MissingMethodException missing) {
            if (missing.getType() != getClass() || !missing.getMethod().equals(name)) {
                throw missing;
            }
            throw unknown(name).asError();
        }
    }

    static Diagnostic unknown(String name) {
        return Diagnostic.error(Code.UNKNOWN_METHOD, "'" + name + "' is not known at the top level of a config")
                .hint(ConfigSession.topLevelHint(name))
                .subject(name);
    }
}
