package sst.model.diagnostic;

import org.jspecify.annotations.Nullable;

/** The cloud refused or failed. The exit code says what kind: 1 failed, 4 credentials, 5 blocked state, 6 locked. */
public final class CloudError extends SstException {
    private final transient Diagnostic diagnostic;

    public CloudError(Diagnostic diagnostic, int exitCode, @Nullable Throwable cause) {
        super(diagnostic.toString(), exitCode, cause);
        this.diagnostic = diagnostic;
    }

    /** A failure with exit code 1. */
    public CloudError(Diagnostic diagnostic) {
        this(diagnostic, 1, null);
    }

    /** What to tell the user. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
