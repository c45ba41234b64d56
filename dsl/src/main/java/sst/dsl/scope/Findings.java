package sst.dsl.scope;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import sst.model.diagnostic.Diagnostic;

/** What is wrong so far; the evaluation goes on after a wrong prop, so that all of them are told at once. */
public final class Findings {
    private final List<Diagnostic> all = new ArrayList<>();

    void add(Diagnostic diagnostic) {
        if (!all.contains(diagnostic)) {
            all.add(diagnostic);
        }
    }

    /** Adds what ended the evaluation. */
    public void addAll(Collection<Diagnostic> diagnostics) {
        diagnostics.forEach(this::add);
    }

    /** Everything found, in order. */
    public List<Diagnostic> all() {
        return List.copyOf(all);
    }

    /** Whether one of them is an error. */
    public boolean hasErrors() {
        return all.stream().anyMatch(Diagnostic::isError);
    }
}
