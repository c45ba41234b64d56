package sst.runner.failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.CloudError;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.Severity;
import sst.model.diagnostic.SourceRef;

/** Makes diagnostics of what goes wrong after the config was read, where no line of it is at fault. */
public final class Problems {
    private Problems() {}

    /**
     * An error without a place in the user's files.
     *
     * @param summary lower case, names the wrong value
     */
    public static Diagnostic of(Code code, String summary) {
        return new Diagnostic(Severity.ERROR, code, summary, "", SourceRef.UNKNOWN, "", "");
    }

    /** The exception for a file of the user's choice that cannot be written. */
    public static RuntimeException unwritable(Path file, IOException cause) {
        String why = cause instanceof NoSuchFileException
                ? "there is no such folder"
                : Files.isDirectory(file) ? "it is a folder" : "it is not allowed, or the disk is full";
        return of(Code.USAGE, "cannot write " + file + ": " + why)
                .hint("name another file")
                .asError();
    }

    /** The exception for a cloud's refusal, with the exit code that its kind has. */
    public static CloudError cloud(Diagnostic diagnostic) {
        return cloud(diagnostic, null);
    }

    /** As {@link #cloud(Diagnostic)}, keeping the exception it came from. */
    public static CloudError cloud(Diagnostic diagnostic, @Nullable Throwable cause) {
        return new CloudError(diagnostic, exit(diagnostic.code()).code(), cause);
    }

    private static ExitCode exit(Code code) {
        return switch (code) {
            case CREDENTIALS -> ExitCode.NO_CREDENTIALS;
            case STACK_BLOCKED -> ExitCode.BLOCKED;
            case STAGE_LOCKED -> ExitCode.LOCKED;
            default -> ExitCode.FAILED;
        };
    }
}
