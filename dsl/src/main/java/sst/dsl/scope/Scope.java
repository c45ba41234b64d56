package sst.dsl.scope;

import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.MetaClass;
import groovy.lang.MetaMethod;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.Suggestion;
import sst.model.diagnostic.UserError;
import sst.model.schema.written.Mismatch;

/** What a closure of the config sees: the methods and props of its own block, and what every block sees. */
abstract class Scope extends GroovyObjectSupport {
    private final ScopeRunner runner;

    Scope(ScopeRunner runner) {
        this.runner = runner;
        setMetaClass(new OwnMethods(getClass()));
    }

    final ScopeRunner runner() {
        return runner;
    }

    /** How messages name the block. */
    abstract String label();

    /** What may be called or set here, for suggestions. */
    abstract Collection<String> names();

    /** Runs a call of the user; the arguments are as blocks take them. */
    abstract @Nullable Object called(String name, Object[] arguments);

    /** Runs an assignment of the user. */
    abstract void assigned(String name, Object value);

    @Override
    public final @Nullable Object invokeMethod(String name, Object arguments) {
        Object[] list = arguments instanceof Object[] array ? array : new Object[] {arguments};
        if (Globals.PRINTING.contains(name)) {
            runner.globals().print(name, list);
            return null;
        }
        if (name.equals(StackScope.USE) && !(this instanceof StackScope)) {
            return runner.openStack().orElseThrow(() -> unknown("use", list)).called(name, runner.taken(list));
        }
        return called(name, runner.taken(list));
    }

    @Override
    public @Nullable Object getProperty(String name) {
        if (name.equals("metaClass")) {
            return getMetaClass();
        }
        if (runner.globals().has(name)) {
            return runner.globals().get(name);
        }
        throw Diagnostic.error(Code.UNKNOWN_PROPERTY, "'" + name + "' is not known in " + label())
                .hint(hintFor(name))
                .subject(name)
                .asError();
    }

    @Override
    public final void setProperty(String name, Object value) {
        assigned(name, runner.takenDeeply(value));
    }

    @Override
    public final void setMetaClass(MetaClass metaClass) {
        super.setMetaClass(metaClass);
    }

    /** The error for a call of something that is not here. */
    final UserError unknown(String name, Object[] arguments) {
        Diagnostic error = Diagnostic.error(Code.UNKNOWN_METHOD, label() + " has no '" + name + "'")
                .subject(name);
        return runner.globals()
                .elsewhere(name)
                .map(error::hint)
                .orElseGet(() -> error.hint(hintFor(name)))
                .asError();
    }

    private String hintFor(String name) {
        Collection<String> names = names();
        List<String> known = java.util.stream.Stream.concat(names.stream(), runner.globals().names().stream())
                .toList();
        return Suggestion.nearest(name, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(() -> names.isEmpty() || names.size() > 30 ? "" : "known here: " + String.join(", ", names));
    }

    /** Runs a change of a prop: an error in it is kept, and the evaluation goes on to find more. */
    final void keepingErrors(String name, Runnable change) {
        try {
            change.run();
        } catch (UserError error) {
            error.diagnostics().forEach(runner.findings()::add);
        } catch (Mismatch mismatch) {
            runner.findings()
                    .add(Diagnostic.error(Code.WRONG_TYPE, label() + ": " + mismatch.reason())
                            .hint(mismatch.hint())
                            .subject(name));
        }
    }

    /** Several arguments as the one value of a prop; none means true. */
    static Object valueOf(Object[] arguments) {
        if (arguments.length == 0) {
            return true;
        }
        return arguments.length == 1 ? arguments[0] : Arrays.asList(arguments);
    }

    /**
     * Keeps Groovy from finding methods on a scope by itself. Every object has dozens of extension methods ({@code use},
     * {@code find}, {@code any} …); without this they would answer in place of props and constructs of the same name.
     */
    private static final class OwnMethods extends DelegatingMetaClass {
        OwnMethods(Class<?> scope) {
            super(scope);
            initialize();
        }

        @Override
        @SuppressWarnings({"rawtypes", "deprecation"})
        public @Nullable MetaMethod pickMethod(String name, Class[] arguments) {
            return null;
        }
    }
}
