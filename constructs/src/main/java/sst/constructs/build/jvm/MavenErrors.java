package sst.constructs.build.jvm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.UserError;

/** Reads what Maven prints when a project does not build: the compiler's messages, or else its own. */
final class MavenErrors {
    private static final Pattern COMPILER = Pattern.compile("(?m)^\\[ERROR] (/.+?):\\[(\\d+),(\\d+)] (.+)$");
    private static final Pattern ANY = Pattern.compile("(?m)^\\[ERROR] (.+)$");
    private static final Pattern COLOR = Pattern.compile("\u001B\\[[0-9;]*m");
    private static final Pattern ADVICE =
            Pattern.compile("\\[Help.*|To see the full.*|Re-run Maven.*|For more information.*");
    private static final Pattern LINK = Pattern.compile(" -> \\[Help \\d+]$");
    private static final int SHOWN = 12;

    private MavenErrors() {}

    static UserError in(Path folder, String printed) {
        String text = COLOR.matcher(printed).replaceAll("");
        List<Diagnostic> diagnostics = new ArrayList<>();
        Matcher compiler = COMPILER.matcher(text);
        while (compiler.find()) {
            int line = Integer.parseInt(compiler.group(2));
            int column = Integer.parseInt(compiler.group(3));
            diagnostics.add(
                    Errors.of(Code.BUILD_FAILED, compiler.group(4)).at(new SourceRef(compiler.group(1), line, column)));
        }
        if (diagnostics.isEmpty()) {
            diagnostics.add(
                    Errors.of(Code.BUILD_FAILED, "Maven cannot build " + folder).detail(reasons(text)));
        }
        return new UserError(diagnostics.stream().distinct().toList());
    }

    private static String reasons(String text) {
        List<String> lines = ANY.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(line -> !line.isBlank() && !ADVICE.matcher(line).matches())
                .map(line -> LINK.matcher(line).replaceFirst(""))
                .limit(SHOWN)
                .toList();
        return lines.isEmpty() ? text.strip() : String.join("\n", lines);
    }
}
