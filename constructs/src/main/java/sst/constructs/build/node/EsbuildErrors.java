package sst.constructs.build.node;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.UserError;

/** Reads what esbuild prints when code does not compile: a message, its place, and the lines around it. */
final class EsbuildErrors {
    private static final Pattern MESSAGE = Pattern.compile("^\\S+ \\[ERROR] (.*)$");
    private static final Pattern PLACE = Pattern.compile("^\\s+(.+?):(\\d+):(\\d+):$");

    private EsbuildErrors() {}

    static UserError in(String text) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (String block : text.split("(?m)(?=^\\S+ \\[ERROR] )")) {
            Matcher message = MESSAGE.matcher(block.lines().findFirst().orElse(""));
            if (message.matches()) {
                diagnostics.add(diagnostic(message.group(1), block));
            }
        }
        if (diagnostics.isEmpty()) {
            diagnostics.add(Errors.of(Code.BUILD_FAILED, "esbuild failed").detail(text.strip()));
        }
        return new UserError(diagnostics);
    }

    private static Diagnostic diagnostic(String message, String block) {
        SourceRef place = SourceRef.UNKNOWN;
        StringBuilder detail = new StringBuilder();
        for (String line : block.lines().skip(1).toList()) {
            Matcher found = PLACE.matcher(line);
            if (!place.isKnown() && found.matches()) {
                int column = Integer.parseInt(found.group(3)) + 1;
                place = new SourceRef(found.group(1), Integer.parseInt(found.group(2)), column);
            } else {
                detail.append(line).append('\n');
            }
        }
        return Errors.of(Code.BUILD_FAILED, message)
                .detail(detail.toString().stripTrailing())
                .at(place);
    }
}
