package sst.constructs.build.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.UserError;

/** Reads what Groovy's compiler prints: {@code file: line: message @ line n, column n.} */
final class GroovyErrors {
    private static final Pattern MESSAGE =
            Pattern.compile("(?m)^(.+\\.groovy): \\d+: (.+?)\\s*@ line (\\d+), column (\\d+)\\.");

    private GroovyErrors() {}

    static UserError in(String text) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Matcher found = MESSAGE.matcher(text);
        while (found.find()) {
            int line = Integer.parseInt(found.group(3));
            int column = Integer.parseInt(found.group(4));
            diagnostics.add(
                    Errors.of(Code.BUILD_FAILED, found.group(2)).at(new SourceRef(found.group(1), line, column)));
        }
        if (diagnostics.isEmpty()) {
            diagnostics.add(
                    Errors.of(Code.BUILD_FAILED, "Groovy cannot compile").detail(text.strip()));
        }
        return new UserError(diagnostics);
    }
}
