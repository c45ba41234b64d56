package sst.runner.ui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.Severity;
import sst.model.diagnostic.SourceRef;

/** Draws a diagnostic: what is wrong, the user's line with a caret, and what to do. */
public final class DiagnosticText {
    private static final Pattern WORD = Pattern.compile("\\w+");

    private final Path root;
    private final Style style;

    /** @param root the project, against which the diagnostics' files are named */
    public DiagnosticText(Path root, Style style) {
        this.root = root;
        this.style = style;
    }

    public List<String> lines(Diagnostic diagnostic) {
        List<String> lines = new ArrayList<>();
        boolean error = diagnostic.severity() == Severity.ERROR;
        String mark = error ? style.bad("✖") : style.caution("!");
        lines.add(mark + " " + style.strong(diagnostic.summary()) + "  "
                + style.faint(diagnostic.code().number()));
        if (diagnostic.at().isKnown()) {
            lines.add("  " + diagnostic.at());
            excerpt(diagnostic, lines);
        }
        diagnostic.detail().lines().forEach(line -> lines.add("  " + line));
        if (!diagnostic.hint().isEmpty()) {
            lines.add("  " + style.good("hint:") + " " + diagnostic.hint());
        }
        return lines;
    }

    /** The same for programs, one object each. */
    public static List<ObjectNode> json(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(DiagnosticText::json).toList();
    }

    private static ObjectNode json(Diagnostic diagnostic) {
        ObjectNode json = EventJson.typed(diagnostic.isError() ? "error" : "warning");
        json.put("code", diagnostic.code().number());
        json.put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
        json.put("summary", diagnostic.summary()).put("detail", diagnostic.detail());
        json.put("file", diagnostic.at().file()).put("line", diagnostic.at().line());
        return json.put("column", diagnostic.at().column()).put("hint", diagnostic.hint());
    }

    /**
     * The line of the config that a place names, with its number; nothing when it cannot be read.
     *
     * @param place such as {@code sst.config.groovy:26}
     */
    List<String> excerpt(String place) {
        int colon = place.lastIndexOf(':');
        String number = place.substring(colon + 1);
        if (colon < 1 || !number.matches("[0-9]{1,7}")) {
            return List.of();
        }
        SourceRef at = SourceRef.of(place.substring(0, colon), Integer.parseInt(number));
        String source = sourceLine(at);
        return source.isBlank() ? List.of() : List.of(gutter(at) + source);
    }

    private String gutter(SourceRef at) {
        return style.faint(String.format(Locale.ROOT, "%5d | ", at.line()));
    }

    private void excerpt(Diagnostic diagnostic, List<String> lines) {
        SourceRef at = diagnostic.at();
        String source = sourceLine(at);
        if (source.isBlank()) {
            return;
        }
        lines.add(gutter(at) + source);
        int column = column(diagnostic, source);
        if (column > 0) {
            String blank =
                    source.substring(0, Math.min(source.length(), column - 1)).replaceAll("[^\t]", " ");
            String carets = "^".repeat(width(diagnostic.subject(), source.substring(blank.length())));
            lines.add(style.faint("      | ") + blank + style.bad(carets));
        }
    }

    /** Where the subject stands; where the line has it in other words, the place alone. */
    private static int column(Diagnostic diagnostic, String source) {
        int place = diagnostic.at().column();
        String subject = diagnostic.subject();
        if (subject.isEmpty() || !source.contains(subject)) {
            return place;
        }
        int found = source.indexOf(subject, Math.max(0, place - 1));
        return (found < 0 ? source.indexOf(subject) : found) + 1;
    }

    private static int width(String subject, String marked) {
        if (!subject.isEmpty() && marked.startsWith(subject)) {
            return subject.length();
        }
        Matcher word = WORD.matcher(subject.isEmpty() ? "" : marked);
        return word.lookingAt() ? word.end() : 1;
    }

    private String sourceLine(SourceRef at) {
        try {
            List<String> source = Files.readAllLines(root.resolve(at.file()), StandardCharsets.UTF_8);
            return at.line() > 0 && at.line() <= source.size() ? source.get(at.line() - 1) : "";
        } catch (IOException | InvalidPathException e) {
            return "";
        }
    }
}
