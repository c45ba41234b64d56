package sst.repl.jshell;

import java.io.PrintStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;
import sst.dsl.jshell.Hooks;
import sst.dsl.jshell.Shells;
import sst.dsl.jshell.SnippetErrors;
import sst.dsl.jshell.SnippetLoader;
import sst.model.app.Edits;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.UserError;
import sst.repl.lang.ExitRequest;

/** One JShell over the live app. */
final class JavaShell implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("(?<![.\\w\"])[A-Za-z_$][\\w$]*");
    private static final String FILE = "prompt";

    private final LiveVariables live;
    private final LiveControl control;
    private final JShell shell;
    private final SourceCodeAnalysis analysis;

    JavaShell(LiveVariables live, PrintStream out) {
        this.live = live;
        this.control = new LiveControl(new SnippetLoader(new PromptEvaluation(live, out)));
        this.shell = Shells.open(control);
        this.analysis = shell.sourceCodeAnalysis();
        List.of(PromptWords.class, Edits.class)
                .forEach(words -> shell.eval("import static " + words.getName() + ".*;"));
    }

    SourceCodeAnalysis analysis() {
        return analysis;
    }

    void interrupt() {
        control.interrupt();
    }

    boolean isOpen(String entry) {
        return analysis.analyzeCompletion(entry).completeness() == Completeness.DEFINITELY_INCOMPLETE;
    }

    /**
     * Runs a line.
     *
     * @param notes hears what it means for what was declared before
     * @throws UserError when it does not compile
     * @throws Throwable whatever its code throws
     */
    @Nullable
    Object run(String text, Consumer<String> notes) throws Throwable {
        control.begin();
        declare(text);
        Map<String, @Nullable Object> before = values();
        String rest = text;
        int line = 1;
        while (!rest.isBlank()) {
            var next = analysis.analyzeCompletion(rest);
            if (next.completeness() == Completeness.EMPTY) {
                break;
            }
            String remaining = next.completeness() == Completeness.UNKNOWN ? "" : next.remaining();
            String source = rest.substring(0, rest.length() - remaining.length());
            List<SnippetEvent> events = shell.eval(next.completeness().isComplete() ? ended(next, source) : source);
            require(events, source, line);
            new Redefinitions(shell).of(events).forEach(notes);
            line += (int) source.chars().filter(each -> each == '\n').count();
            rest = remaining;
        }
        share(before);
        return control.value();
    }

    /** The snippet, with the semicolon that it lacks. */
    private static String ended(CompletionInfo found, String source) {
        return found.completeness() == Completeness.COMPLETE_WITH_SEMI ? source.stripTrailing() + ";" : source;
    }

    /** Makes the prompt's names that a text speaks of variables of Java, with their values now. */
    void declare(String text) throws ReflectiveOperationException {
        TreeSet<String> words =
                NAME.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
        for (Map.Entry<String, Object> each : live.among(words).entrySet()) {
            Object value = each.getValue();
            Field field = field(each.getKey());
            if (field == null || !fits(field, value)) {
                field = declared(each.getKey(), LiveVariables.type(value));
            }
            field.set(null, value);
        }
    }

    private static boolean fits(Field field, Object value) {
        return MethodType.methodType(field.getType()).wrap().returnType().isInstance(value);
    }

    /** A class that a line in Groovy made is none that Java can name. */
    private Field declared(String name, String type) throws ReflectiveOperationException {
        shell.eval(type + " " + name + ";");
        Field typed = field(name);
        if (typed != null && typed.getType().getCanonicalName().equals(type)) {
            return typed;
        }
        shell.eval("Object " + name + ";");
        return Objects.requireNonNull(field(name), name);
    }

    private @Nullable Field field(String name) throws ReflectiveOperationException {
        List<VarSnippet> found = shell.variables()
                .filter(each -> each.name().equals(name) && shell.status(each) == Status.VALID)
                .toList();
        return found.isEmpty() ? null : field(found.get(found.size() - 1));
    }

    private Field field(VarSnippet variable) throws ReflectiveOperationException {
        return control.field(analysis.wrapper(variable).fullClassName(), variable.name());
    }

    private Map<String, @Nullable Object> values() throws ReflectiveOperationException {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        for (VarSnippet each : shell.variables().toList()) {
            if (shell.status(each) == Status.VALID && each.subKind() != SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
                all.put(each.name(), field(each).get(null));
            }
        }
        return all;
    }

    private void share(Map<String, @Nullable Object> before) throws ReflectiveOperationException {
        values().forEach((name, value) -> {
            if (!before.containsKey(name) || before.get(name) != value) {
                live.keep(name, value);
            }
        });
    }

    private void require(List<SnippetEvent> events, String source, int line) throws Throwable {
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null && event.status() == Status.REJECTED) {
                throw rejected(event.snippet(), source, line);
            }
            if (event.exception() instanceof UnresolvedReferenceException unresolved) {
                throw waits(unresolved);
            }
            if (event.exception() != null) {
                throw translated(Objects.requireNonNullElse(control.thrown(), event.exception()));
            }
        }
    }

    private UserError rejected(Snippet snippet, String source, int line) {
        return new UserError(shell.diagnostics(snippet)
                .filter(Diag::isError)
                .map(each -> SnippetErrors.of(each, source, SourceRef.of(FILE, line)))
                .toList());
    }

    private UserError waits(UnresolvedReferenceException unresolved) {
        String missing = String.join(
                ", ", shell.unresolvedDependencies(unresolved.getSnippet()).toList());
        return Diagnostic.error(Code.UNKNOWN_METHOD, "this needs what is not declared: " + missing)
                .at(SourceRef.UNKNOWN)
                .asError();
    }

    private static Throwable translated(Throwable thrown) {
        if (thrown instanceof Hooks.ExitAsked exit) {
            return new ExitRequest(exit.status());
        }
        return thrown instanceof Hooks.Stopped ? new InterruptedException("stopped") : thrown;
    }

    @Override
    public void close() {
        shell.close();
    }
}
