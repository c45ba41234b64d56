package sst.model.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** The user can fix it: one or more diagnostics, at least one of them an error. Exit code 1, or 2 for usage. */
public final class UserError extends SstException {
    private final transient List<Diagnostic> diagnostics;

    public UserError(List<Diagnostic> diagnostics) {
        super(
                diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")),
                diagnostics.stream().anyMatch(each -> each.code() == Code.USAGE) ? 2 : 1,
                null);
        this.diagnostics = List.copyOf(diagnostics);
    }

    public UserError(Diagnostic diagnostic) {
        this(List.of(diagnostic));
    }

    /** What to tell the user, in order. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
