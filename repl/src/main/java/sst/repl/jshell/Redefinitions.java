package sst.repl.jshell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/** What a line means for what was declared before it, in words. */
record Redefinitions(JShell shell) {
    private static final Set<Status> WAITS = Set.of(Status.RECOVERABLE_DEFINED, Status.RECOVERABLE_NOT_DEFINED);

    List<String> of(List<SnippetEvent> events) {
        List<String> said = new ArrayList<>();
        for (SnippetEvent event : events) {
            if (event.snippet() instanceof PersistentSnippet named) {
                String text = event.causeSnippet() == null ? own(event, named) : dependant(event, named);
                if (!text.isEmpty()) {
                    said.add(text);
                }
            }
        }
        return said;
    }

    private String own(SnippetEvent event, PersistentSnippet named) {
        if (WAITS.contains(event.status()) && named instanceof DeclarationSnippet waiting) {
            List<String> missing = shell.unresolvedDependencies(waiting).toList();
            return label(named) + " waits for " + String.join(", ", missing);
        }
        boolean isAnew = event.status() == Status.VALID && event.previousStatus() != Status.NONEXISTENT;
        return isAnew ? label(named) + " is declared anew" : "";
    }

    private String dependant(SnippetEvent event, PersistentSnippet named) {
        boolean isVariable = named instanceof VarSnippet && event.isSignatureChange();
        boolean waits = WAITS.contains(event.status());
        if (isVariable && (waits || event.status() == Status.VALID)) {
            return label(named) + " lost its value: " + label(event.causeSnippet()) + " is declared anew";
        }
        if (waits) {
            List<String> missing =
                    shell.unresolvedDependencies((DeclarationSnippet) named).toList();
            return label(named) + " no longer fits"
                    + (missing.isEmpty() ? "" : ", it waits for " + String.join(", ", missing));
        }
        if (event.status() == Status.REJECTED) {
            return label(named) + " no longer fits and is gone";
        }
        return event.status() == Status.VALID && WAITS.contains(event.previousStatus())
                ? label(named) + " can be used now"
                : "";
    }

    private static String label(Snippet snippet) {
        if (snippet instanceof MethodSnippet method) {
            return method.name() + "(" + method.parameterTypes() + ")";
        }
        return snippet instanceof PersistentSnippet named ? named.name() : snippet.source();
    }
}
