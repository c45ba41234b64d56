package sst.dsl.scope;

import groovy.lang.Binding;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.model.app.Constructs;
import sst.model.app.build.AppBuilder;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.Suggestion;
import sst.model.diagnostic.UserError;

/** One evaluation of a config: its files run in turn against one app. */
public final class ConfigSession {
    private static final List<String> TOP_LEVEL = List.of("app", "stack", "include");

    private final AppBuilder builder;
    private final Globals globals;
    private final Findings findings = new Findings();
    private final ScopeRunner runner;
    private final Scripts scripts;

    /**
     * @param builder the app that is written
     * @param scripts finds and compiles included files
     * @param out where the config's own prints go
     */
    public ConfigSession(AppBuilder builder, Scripts scripts, PrintWriter out) {
        this.builder = builder;
        this.scripts = scripts;
        this.globals = new Globals(builder, out);
        this.runner = new ScopeRunner(globals, findings);
    }

    /** Compiles the files of a config. */
    public interface Scripts {
        /**
         * The files that a pattern names, relative to the file that includes them, in order.
         *
         * @throws UserError when there is none
         */
        List<String> matching(String includingFile, String pattern);

        /**
         * One file, ready to run.
         *
         * @throws UserError when it does not compile
         */
        ConfigFile load(String file);
    }

    /** The app that is written. */
    public AppBuilder builder() {
        return builder;
    }

    Globals globals() {
        return globals;
    }

    ScopeRunner runner() {
        return runner;
    }

    /** What is wrong so far. */
    public Findings findings() {
        return findings;
    }

    /** Runs a file; what is wrong in it is among the findings afterwards. */
    public void run(String file) {
        try {
            runThrowing(file);
        } catch (UserError error) {
            findings.addAll(error.diagnostics());
        } catch (MissingPropertyException | MissingMethodException missing) {
            findings.addAll(List.of(MissingMember.explain(missing, globals.names())));
        } catch (StackOverflowError endless) {
            findings.addAll(List.of(thrown(endless, "the config calls itself without end")));
        } catch (AssertionError failed) {
            // Groovy draws the values of the assertion below it.
            String drawn = String.valueOf(failed.getMessage()).replaceFirst("^Assertion failed:\\s*", "");
            findings.addAll(List.of(thrown(failed, "an assertion does not hold").detail(drawn.strip())));
        } catch (Exception | LinkageError thrown) {
            String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
            findings.addAll(List.of(thrown(thrown, thrown.getClass().getSimpleName() + message)));
        }
    }

    /**
     * Runs a line that was typed.
     *
     * @param names its variables, which closures of blocks see too
     * @throws UserError when the DSL refuses it
     */
    public @Nullable Object evaluate(ConfigScript line, Binding names) {
        globals.seeing(names);
        line.setBinding(names);
        line.begin(this, "");
        Object value;
        try {
            value = line.run();
        } catch (MissingPropertyException | MissingMethodException missing) {
            throw MissingMember.explain(missing, globals.names()).asError();
        }
        if (findings.hasErrors()) {
            throw new UserError(findings.all());
        }
        return value;
    }

    private static Diagnostic thrown(Throwable thrown, String summary) {
        return Diagnostic.error(Code.EVALUATION, summary).at(SourceRef.of(thrown));
    }

    private void runThrowing(String file) throws ReflectiveOperationException {
        scripts.load(file).run(this);
    }

    /** Runs a Groovy file's class. */
    public void run(Class<? extends ConfigScript> type, String file) throws ReflectiveOperationException {
        ConfigScript script = type.getDeclaredConstructor().newInstance();
        script.setBinding(new Binding());
        script.begin(this, file);
        script.run();
    }

    /** Text that the config prints. */
    public void print(String text) {
        globals.print("print", new Object[] {text});
    }

    /** Runs further files, by a path or pattern relative to the one that includes them. */
    public void include(String includingFile, String pattern) {
        for (String file : scripts.matching(includingFile, pattern)) {
            try {
                runThrowing(file);
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException(file, broken);
            }
        }
    }

    /** What a name that the top level does not have was meant to be. */
    public static String topLevelHint(String name) {
        boolean isConstruct =
                Constructs.all().stream().anyMatch(kind -> kind.method().equals(name));
        return isConstruct
                ? "write it in a stack: stack('name') { " + name + "('Id') { … } }"
                : Suggestion.hint(name, TOP_LEVEL);
    }
}
