package sst.runner.ui;

import java.util.ArrayList;
import java.util.List;
import sst.model.diagnostic.CloudError;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SstException;
import sst.model.diagnostic.UserError;
import sst.runner.aws.AwsFailure;
import sst.runner.failure.ExitCode;
import sst.runner.failure.Problems;

/** Translates whatever a command threw into diagnostics and an exit code. */
public final class Failures {
    private Failures() {}

    /** The process's exit code for a failure. */
    public static int exitCode(Throwable thrown) {
        if (thrown instanceof SstException known) {
            return known.exitCode();
        }
        if (thrown instanceof AwsFailure failure) {
            return isCredentials(failure) ? ExitCode.NO_CREDENTIALS.code() : ExitCode.FAILED.code();
        }
        return thrown instanceof InterruptedException ? ExitCode.INTERRUPTED.code() : ExitCode.BUG.code();
    }

    /** What to tell the user; empty when all is said by the message alone. */
    public static List<Diagnostic> diagnostics(Throwable thrown) {
        if (thrown instanceof UserError error) {
            return error.diagnostics();
        }
        if (thrown instanceof CloudError error) {
            return List.of(error.diagnostic());
        }
        return thrown instanceof AwsFailure failure ? List.of(aws(failure)) : new ArrayList<>();
    }

    /** A failure that is nobody's fault but ours. */
    public static boolean isBug(Throwable thrown) {
        return exitCode(thrown) == ExitCode.BUG.code();
    }

    private static Diagnostic aws(AwsFailure failure) {
        return switch (failure.kind()) {
            case CREDENTIALS_MISSING ->
                Problems.of(Code.CREDENTIALS, "no usable AWS credentials: " + failure.reason())
                        .hint("log in (aws sso login, aws configure), or name a profile with --profile");
            case CREDENTIALS_EXPIRED ->
                Problems.of(Code.CREDENTIALS, "the AWS credentials have expired: " + failure.reason())
                        .hint("log in again: aws sso login, or renew the environment's credentials");
            case DENIED ->
                Problems.of(Code.CLOUD, "AWS refused: " + failure.reason())
                        .hint("give the caller this right, or choose another --profile");
            case UNREACHABLE ->
                Problems.of(Code.CLOUD, "AWS cannot be reached: " + failure.reason())
                        .hint("check the network, the region and the endpoint");
            default -> Problems.of(Code.CLOUD, "AWS answered " + failure.code() + ": " + failure.reason());
        };
    }

    private static boolean isCredentials(AwsFailure failure) {
        return failure.kind() == AwsFailure.Kind.CREDENTIALS_MISSING
                || failure.kind() == AwsFailure.Kind.CREDENTIALS_EXPIRED;
    }
}
