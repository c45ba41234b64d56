package sst.scripts.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.UserError;
import sst.scripts.api.Scope;
import sst.scripts.source.ScriptFile;

/** One evaluation of a script by JShell. */
final class SnippetRun implements AutoCloseable {
    private static final List<String> BEFORE = List.of(
            "sst.scripts.api.Scope scope;",
            "import sst.scripts.api.*;",
            "import java.util.*;",
            "import java.util.stream.*;",
            "import java.nio.file.*;",
            "import java.time.*;",
            "var stage = scope.stage();",
            "var args = scope.args();",
            "var resources = scope.resources();");

    private final ScriptFile script;
    private final SnippetIndex index = new SnippetIndex();
    private final SnippetClasses classes = new SnippetClasses(index);
    private final JShell shell;
    private final SourceCodeAnalysis analysis;

    SnippetRun(ScriptFile script, List<Path> jars) {
        this.script = script;
        this.shell = JShell.builder()
                .executionEngine(new Here(classes), Map.of())
                .compilerOptions("-proc:none")
                .build();
        for (String entry : JavaSource.classPath(jars).split(java.io.File.pathSeparator, -1)) {
            shell.addToClasspath(entry);
        }
        this.analysis = shell.sourceCodeAnalysis();
    }

    SnippetIndex index() {
        return index;
    }

    SnippetClasses classes() {
        return classes;
    }

    /** Evaluates the whole script; throws what it throws. */
    void evaluate(Scope scope) throws Throwable {
        for (String each : BEFORE) {
            evaluate(each, 1);
            classes.setScope(scope);
        }
        String rest = script.text();
        int line = 1;
        while (!rest.isBlank()) {
            int blank = rest.length() - rest.stripLeading().length();
            line += lines(rest.substring(0, blank));
            rest = rest.substring(blank);
            refuseCommand(rest, line);
            CompletionInfo snippet = analysis.analyzeCompletion(rest);
            if (snippet.completeness() == Completeness.EMPTY) {
                return;
            }
            if (!snippet.completeness().isComplete() && snippet.completeness() != Completeness.UNKNOWN) {
                throw error("the script ends before this does", line).asError();
            }
            String remaining = snippet.completeness() == Completeness.UNKNOWN ? "" : snippet.remaining();
            String source = rest.substring(0, rest.length() - remaining.length());
            evaluate(source, line);
            line += lines(source);
            rest = remaining;
        }
    }

    private void evaluate(String source, int line) throws Throwable {
        for (SnippetEvent event : shell.eval(source)) {
            if (event.causeSnippet() != null) {
                continue;
            }
            if (event.status() == Snippet.Status.REJECTED) {
                throw rejected(event.snippet(), source, line);
            }
            place(event.snippet(), line);
            Throwable thrown = classes.thrown();
            if (event.exception() instanceof UnresolvedReferenceException unresolved) {
                String missing = String.join(
                        ", ",
                        shell.unresolvedDependencies(unresolved.getSnippet()).toList());
                throw error("this needs what is not declared: " + missing, line).asError();
            }
            if (event.exception() != null) {
                throw thrown == null ? event.exception() : thrown;
            }
        }
    }

    private void place(Snippet snippet, int line) {
        var wrapper = analysis.wrapper(snippet);
        int start = lines(wrapper.wrapped().substring(0, Math.max(0, wrapper.sourceToWrappedPosition(0)))) + 1;
        index.offset(wrapper.fullClassName(), line - start);
    }

    private UserError rejected(Snippet snippet, String source, int line) {
        List<Diagnostic> errors = shell.diagnostics(snippet)
                .filter(jdk.jshell.Diag::isError)
                .map(each -> {
                    int offset = (int) Math.max(0, Math.min(source.length(), each.getPosition()));
                    String before = source.substring(0, offset);
                    int column = offset - before.lastIndexOf('\n');
                    String[] text = each.getMessage(Locale.ENGLISH).split("\\R", 2);
                    return Diagnostic.error(Code.SCRIPT_SYNTAX, text[0])
                            .detail(text.length > 1 ? text[1] : "")
                            .at(script.at(line + lines(before)).at(column));
                })
                .toList();
        return errors.isEmpty() ? error("JShell does not take this", line).asError() : new UserError(errors);
    }

    private void refuseCommand(String rest, int line) {
        if (rest.startsWith("/") && !rest.startsWith("//") && !rest.startsWith("/*")) {
            throw Diagnostic.error(Code.UNSUPPORTED, "commands of JShell do nothing in a script")
                    .at(script.at(line))
                    .hint("scope.exit(0) ends it, //DEPS brings jars")
                    .asError();
        }
    }

    private Diagnostic error(String summary, int line) {
        return Diagnostic.error(Code.SCRIPT_SYNTAX, summary).at(script.at(line));
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    @Override
    public void close() {
        shell.close();
    }

    /** Hands JShell the engine of this run. */
    private record Here(SnippetClasses classes) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "here";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return classes;
        }
    }
}
