package sst.dsl.jshell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.Diag;
import jdk.jshell.ErroneousSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.UserError;

/** Compiles one file of snippets, as JShell sees them; nothing of it is run. */
final class SnippetCompiler implements AutoCloseable {
    private static final Set<Kind> DECLARES_NOTHING = Set.of(Kind.STATEMENT, Kind.EXPRESSION);

    private final String file;
    private final Recording recording = new Recording();
    private final JShell shell = Shells.open(recording);
    private final SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    private final List<Diagnostic> errors = new ArrayList<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Map<String, Integer> shifts = new LinkedHashMap<>();

    SnippetCompiler(String file) {
        this.file = file;
    }

    /**
     * The file's classes.
     *
     * @throws UserError with what is wrong, at its lines and columns
     */
    Compiled compile(String text) {
        String rest = text;
        int line = 1;
        while (!rest.isBlank()) {
            int blank = rest.length() - rest.stripLeading().length();
            line += breaks(rest.substring(0, blank));
            rest = rest.substring(blank);
            CompletionInfo snippet = next(rest, line);
            if (snippet.completeness() == Completeness.EMPTY) {
                break;
            }
            String remaining = snippet.completeness() == Completeness.UNKNOWN ? "" : snippet.remaining();
            String source = rest.substring(0, rest.length() - remaining.length());
            take(source, line);
            line += breaks(source);
            rest = remaining;
        }
        waiting();
        if (!errors.isEmpty()) {
            throw new UserError(errors);
        }
        return new Compiled(recording.steps(), placed());
    }

    private CompletionInfo next(String rest, int line) {
        if (rest.startsWith("/") && !rest.startsWith("//") && !rest.startsWith("/*")) {
            throw error("commands of JShell mean nothing in a config", line)
                    .hint("remove it")
                    .asError();
        }
        CompletionInfo snippet = analysis.analyzeCompletion(rest);
        Completeness found = snippet.completeness();
        boolean isCut = !found.isComplete() && found != Completeness.UNKNOWN && found != Completeness.EMPTY;
        if (isCut) {
            throw error("the file ends before this does", line)
                    .hint("close what is opened here, and end it with ';'")
                    .asError();
        }
        return snippet;
    }

    private void take(String source, int line) {
        for (SnippetEvent event : shell.eval(source)) {
            if (event.causeSnippet() == null) {
                lines.put(event.snippet().id(), line);
            }
            if (event.status() == Status.REJECTED) {
                rejected(event.snippet(), source, line);
            } else {
                place(event.snippet());
            }
        }
    }

    private void rejected(Snippet snippet, String source, int line) {
        List<Diagnostic> found = shell.diagnostics(snippet)
                .filter(Diag::isError)
                .map(each -> SnippetErrors.of(each, source, SourceRef.of(file, line)))
                .toList();
        errors.addAll(found.isEmpty() ? List.of(error("JShell does not take this", line)) : found);
        boolean isAlone = snippet instanceof ErroneousSnippet wrong && DECLARES_NOTHING.contains(wrong.probableKind());
        if (!isAlone) {
            // Whatever uses what this declares would be wrong too.
            throw new UserError(errors);
        }
    }

    /** JShell's classes have lines of their own: what to add to them is known when the class is made. */
    private void place(Snippet snippet) {
        Integer line = lines.get(snippet.id());
        if (line != null && snippet.kind() != Kind.IMPORT) {
            var wrapper = analysis.wrapper(snippet);
            int start = breaks(wrapper.wrapped().substring(0, Math.max(0, wrapper.sourceToWrappedPosition(0)))) + 1;
            shifts.put(wrapper.fullClassName(), line - start);
        }
    }

    private void waiting() {
        shell.snippets()
                .filter(each -> Set.of(Status.RECOVERABLE_DEFINED, Status.RECOVERABLE_NOT_DEFINED)
                        .contains(shell.status(each)))
                .map(each -> (jdk.jshell.DeclarationSnippet) each)
                .forEach(each -> errors.addAll(SnippetErrors.unresolved(
                        shell.unresolvedDependencies(each).toList(),
                        SourceRef.of(file, lines.getOrDefault(each.id(), 1)))));
    }

    private Map<String, byte[]> placed() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        recording.bytes().forEach((name, bytes) -> {
            String top = shifts.containsKey(name) ? name : owner(name);
            all.put(name, new SnippetBytes(file, shifts.getOrDefault(top, 0)).of(bytes));
        });
        return all;
    }

    /** {@code REPL.$JShell$7$Size} lies in {@code REPL.$JShell$7}. */
    private String owner(String name) {
        return shifts.keySet().stream()
                .filter(each -> name.startsWith(each + "$"))
                .findFirst()
                .orElse(name);
    }

    private Diagnostic error(String summary, int line) {
        return Diagnostic.error(Code.SYNTAX, summary).at(SourceRef.of(file, line));
    }

    private static int breaks(String text) {
        return (int) text.chars().filter(each -> each == '\n').count();
    }

    @Override
    public void close() {
        shell.close();
    }
}
