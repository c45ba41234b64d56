package sst.dsl.scope;

import groovy.lang.GroovyRuntimeException;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sst.model.app.StageContext;
import sst.model.app.build.AppBuilder;
import sst.model.app.build.StackBlock;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.UserError;
import sst.model.schema.Block;
import sst.model.schema.MapBlock;

/**
 * Tries single calls and assignments of a config against the scopes that would run them, so that code which this stage
 * does not reach is judged in the same words. Nothing that is tried becomes part of an app.
 */
public final class Rehearsal {
    private final AppBuilder builder;
    private final Globals globals;

    public Rehearsal(StageContext context) {
        builder = new AppBuilder(context);
        globals = new Globals(builder, new PrintWriter(Writer.nullWriter()));
    }

    /** Whether every block knows a value of that name. */
    public boolean isGlobal(String name) {
        return globals.has(name);
    }

    /** Whether every block has a method of that name: those that print, and {@code use}. */
    public boolean isEverywhere(String name) {
        return Globals.PRINTING.contains(name) || name.equals(StackScope.USE);
    }

    /** Whether a stack knows the name beside its constructs. */
    public boolean isStackWord(String name) {
        return StackScope.OWN.contains(name) || name.equals(StackScope.USE);
    }

    /** A stack to try calls in. */
    public StackBlock stack(String name) {
        StackBlock[] opened = new StackBlock[1];
        builder.stack(name, stack -> opened[0] = stack);
        return opened[0];
    }

    /** What is wrong with a call in a block, a map block or a stack. */
    public List<Diagnostic> call(Object target, String name, Object... arguments) {
        return findings(target, scope -> scope.called(name, arguments));
    }

    /** What is wrong with a named argument of a block or map block. */
    public List<Diagnostic> entry(Object target, String name, Object value) {
        return findings(target, scope -> {
            if (target instanceof Block<?> block) {
                block.add(name, value);
            } else if (target instanceof MapBlock<?> map) {
                scope.keepingErrors(name, () -> map.entry(name, value));
            }
        });
    }

    /** What is wrong with an assignment in a block. */
    public List<Diagnostic> assign(Object target, String name, Object value) {
        return findings(target, scope -> scope.assigned(name, value));
    }

    /** What is wrong with reading a name in a block. */
    public List<Diagnostic> read(Object target, String name) {
        return findings(target, scope -> scope.getProperty(name));
    }

    /** What is wrong with a call at the top level of a file. */
    public Diagnostic atTopLevel(String name) {
        return ConfigScript.unknown(name);
    }

    /** The error for a value that a handle does not have. */
    public Diagnostic noValue(Class<?> handle, String name) {
        return missing(() -> new MissingPropertyException(name, handle));
    }

    /** The error for a method that a handle does not have. */
    public Diagnostic noMethod(Class<?> handle, String name) {
        return missing(() -> new MissingMethodException(name, handle, new Object[0]));
    }

    private Diagnostic missing(Supplier<GroovyRuntimeException> thrown) {
        return MissingMember.explain(thrown.get(), globals.names());
    }

    private List<Diagnostic> findings(Object target, Consumer<Scope> attempt) {
        Findings findings = new Findings();
        try {
            attempt.accept(scope(new ScopeRunner(globals, findings), target));
        } catch (UserError error) {
            findings.addAll(error.diagnostics());
        }
        // What a branch leaves out, another may have.
        return findings.all().stream()
                .filter(each -> each.code() != Code.MISSING_PROP)
                .toList();
    }

    private static Scope scope(ScopeRunner runner, Object target) {
        if (target instanceof Block<?> block) {
            return new BlockScope(runner, block);
        }
        return target instanceof MapBlock<?> map
                ? new MapScope(runner, map)
                : new StackScope(runner, (StackBlock) target);
    }
}
