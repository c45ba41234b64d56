package sst.constructs.cdk;

import java.util.function.Supplier;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.SstException;
import sst.model.diagnostic.UserError;
import sst.model.value.CdkHook;

/** Turns what the CDK throws into diagnostics at the user's line. */
public final class CdkErrors {
    private CdkErrors() {}

    /** Runs CDK code that stands for a line of the config. */
    public static <T> T at(SourceRef place, Supplier<T> code) {
        try {
            return code.get();
        } catch (SstException e) {
            throw placed(e, place);
        } catch (RuntimeException e) {
            throw diagnostic(e).at(place).asError();
        }
    }

    /** Runs a closure of the config; its own line is known from its stack frames. */
    public static Object run(CdkHook hook, Object argument) {
        try {
            return hook.action().apply(argument);
        } catch (SstException e) {
            throw placed(e, hook.at());
        } catch (RuntimeException | AssertionError e) {
            throw diagnostic(e).at(line(e, hook.at())).asError();
        }
    }

    /** What a failure of the CDK means to the user: its first line says it, JavaScript's stack does not. */
    public static Diagnostic diagnostic(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        String first = message.lines()
                .filter(line -> !line.endsWith("with the following errors:"))
                .findFirst()
                .orElse("")
                .strip();
        boolean isFromCdk = failure.getClass().getName().startsWith("software.amazon.jsii")
                || failure.getClass() == RuntimeException.class;
        return Errors.of(Code.CDK_FAILED, isFromCdk ? first : failure.getClass().getSimpleName() + ": " + first);
    }

    private static SourceRef line(Throwable failure, SourceRef hook) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (hook.file().equals(frame.getFileName()) && frame.getLineNumber() > 0) {
                return SourceRef.of(hook.file(), frame.getLineNumber());
            }
        }
        return hook;
    }

    private static SstException placed(SstException failure, SourceRef place) {
        if (failure instanceof UserError known) {
            return new UserError(known.diagnostics().stream()
                    .map(each -> each.at().isKnown() ? each : each.at(place))
                    .toList());
        }
        return failure;
    }
}
