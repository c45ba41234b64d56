package sst.dsl.script;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;

/** Says at which line and column a file is not valid Groovy. */
public final class SyntaxErrors {
    private SyntaxErrors() {}

    /** Every error of a compilation, at its line and column. */
    public static List<Diagnostic> of(MultipleCompilationErrorsException errors, String file, String text) {
        return OpenBracket.in(text, file).map(List::of).orElseGet(() -> collected(errors, file));
    }

    private static List<Diagnostic> collected(MultipleCompilationErrorsException errors, String file) {
        ErrorCollector collector = errors.getErrorCollector();
        List<Diagnostic> found = new ArrayList<>();
        for (int i = 0; i < collector.getErrorCount(); i++) {
            Message message = collector.getError(i);
            if (message instanceof SyntaxErrorMessage syntax) {
                found.add(of(syntax.getCause(), file));
            } else {
                found.add(error(String.valueOf(message), new SourceRef(file, 1, 1)));
            }
        }
        return found;
    }

    private static Diagnostic of(SyntaxException cause, String file) {
        String text = cause.getOriginalMessage().strip().replaceAll("\\s*\\R\\s*", " ");
        return error(text, new SourceRef(file, cause.getStartLine(), cause.getStartColumn()));
    }

    private static Diagnostic error(String text, SourceRef at) {
        String summary = text.isEmpty()
                ? "not valid Groovy"
                : text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1);
        return Diagnostic.error(Code.SYNTAX, summary).at(at);
    }
}
