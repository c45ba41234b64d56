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

/**
 * Reads what esbuild prints when code does not compile: a message, its place, the code there, and notes. The code is left
 * out, for every diagnostic shows the line of its place.
 */
final class EsbuildErrors {
    private static final Pattern MESSAGE = Pattern.compile("^\\S+ \\[ERROR] (.*)$");
    private static final Pattern PLACE = Pattern.compile("^\\s+(.+?):(\\d+):(\\d+):$");
    private static final Pattern CODE = Pattern.compile("^\\s+(\\d+ │.*|│.*|╵.*)$");
    private static final Pattern UNRESOLVED = Pattern.compile("^Could not resolve \"([^\"]+)\"$");
    private static final Pattern PACKAGE = Pattern.compile("^(@[^/]+/[^/]+|[^@./#][^/]*)(/.*)?$");

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
        boolean isOwnCode = false;
        StringBuilder notes = new StringBuilder();
        for (String line : block.lines().skip(1).toList()) {
            Matcher found = PLACE.matcher(line);
            if (!place.isKnown() && found.matches()) {
                int column = Integer.parseInt(found.group(3)) + 1;
                place = new SourceRef(found.group(1), Integer.parseInt(found.group(2)), column);
                isOwnCode = true;
            } else if (!isOwnCode || !CODE.matcher(line).matches()) {
                isOwnCode = false;
                notes.append(line).append('\n');
            }
        }
        return explained(message, notes.toString().strip()).at(place);
    }

    /** Of an import that leads nowhere, what was looked for and what to do, in place of advice on esbuild's own options. */
    private static Diagnostic explained(String message, String notes) {
        Matcher unresolved = UNRESOLVED.matcher(message);
        Matcher inPackage = PACKAGE.matcher(unresolved.matches() ? unresolved.group(1) : "");
        if (inPackage.matches()) {
            String name = inPackage.group(1);
            return Errors.of(Code.BUILD_FAILED, "the package '" + name + "' is not installed")
                    .hint("npm install " + name);
        }
        return unresolved.matches()
                ? Errors.of(Code.BUILD_FAILED, "nothing is at '" + unresolved.group(1) + "'")
                : Errors.of(Code.BUILD_FAILED, message).detail(notes);
    }
}
