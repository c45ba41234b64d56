package sst.scripts;

import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.codehaus.groovy.runtime.InvokerInvocationException;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.SstException;
import sst.model.diagnostic.Suggestion;
import sst.model.diagnostic.UserError;
import sst.scripts.call.WriteRefused;
import sst.scripts.engine.GroovyScript;
import sst.scripts.engine.Program;
import sst.scripts.source.ScriptFile;

/** Says what went wrong in a script, at the script's line. */
final class ScriptFailure {
    private static final List<String> NAMES = List.of(
            "stage",
            "app",
            "region",
            "args",
            "resources",
            "dynamo",
            "s3",
            "sqs",
            "sns",
            "lambda",
            "ssm",
            "logs",
            "events");

    private final ScriptFile script;
    private final Program program;

    ScriptFailure(ScriptFile script, Program program) {
        this.script = script;
        this.program = program;
    }

    RuntimeException of(Throwable caught) {
        Throwable thrown = inner(caught);
        SourceRef at = script.at(program.line(thrown.getStackTrace()));
        if (thrown instanceof UserError known) {
            return placed(known, at);
        }
        if (thrown instanceof SstException known) {
            return known;
        }
        UserError error = diagnostic(thrown).at(at).asError();
        error.addSuppressed(thrown);
        return error;
    }

    private static UserError placed(UserError known, SourceRef at) {
        return new UserError(known.diagnostics().stream()
                .map(each -> at.isKnown() ? each.at(at) : each)
                .toList());
    }

    private static Diagnostic diagnostic(Throwable thrown) {
        if (thrown instanceof WriteRefused) {
            return Diagnostic.error(Code.SCRIPT_REFUSED, String.valueOf(thrown.getMessage()))
                    .hint("take @ReadOnly away if it is meant to write");
        }
        if (thrown instanceof MissingPropertyException missing
                && missing.getType() != null
                && GroovyScript.class.isAssignableFrom(missing.getType())) {
            return Diagnostic.error(Code.SCRIPT_FAILED, "'" + missing.getProperty() + "' is not known here")
                    .hint(Suggestion.nearest(missing.getProperty(), NAMES)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse(""));
        }
        if (thrown instanceof MissingMethodException missing) {
            return Diagnostic.error(
                            Code.SCRIPT_FAILED,
                            missing.getType().getSimpleName() + " has no method '" + missing.getMethod()
                                    + "' for these arguments")
                    .subject(missing.getMethod());
        }
        String message = String.valueOf(thrown.getMessage()).strip();
        String kind = thrown.getClass().getSimpleName();
        String[] lines = message.split("\\R", 2);
        return Diagnostic.error(Code.SCRIPT_FAILED, thrown.getMessage() == null ? kind : kind + ": " + lines[0])
                .detail(lines.length > 1 ? lines[1] : "");
    }

    private static Throwable inner(Throwable caught) {
        boolean wraps = caught instanceof InvocationTargetException || caught instanceof InvokerInvocationException;
        Throwable cause = caught.getCause();
        return wraps && cause != null ? inner(cause) : caught;
    }
}
