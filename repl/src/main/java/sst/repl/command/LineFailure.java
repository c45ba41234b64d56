package sst.repl.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.model.diagnostic.Diagnostic;
import sst.repl.lang.ExitRequest;
import sst.repl.show.Folded;
import sst.runner.ui.Failures;
import sst.runner.ui.Style;

/** What is wrong with a line, as one line under it with a caret at the word. */
public final class LineFailure {
    private static final int LEAST_TEXT = 40;

    private final Style style;
    private final int width;

    /** Messages stay in one line, however long. */
    public LineFailure(Style style) {
        this(style, Integer.MAX_VALUE);
    }

    /** @param width the terminal's columns */
    public LineFailure(Style style, int width) {
        this.style = style;
        this.width = width;
    }

    /**
     * The lines to show.
     *
     * @param text what was typed
     * @param indent columns before it on the screen
     */
    public List<String> lines(Throwable thrown, String text, int indent) {
        List<Diagnostic> diagnostics = Failures.diagnostics(thrown);
        if (diagnostics.isEmpty()) {
            return pointed(text, indent, "", message(thrown));
        }
        List<String> lines = new ArrayList<>();
        for (Diagnostic each : diagnostics) {
            String summary = each.summary() + (each.hint().isEmpty() ? "" : ". " + sentence(each.hint()));
            boolean isElsewhere =
                    !each.at().file().isEmpty() && !each.at().file().startsWith("prompt");
            String place = isElsewhere ? "  " + style.faint(each.at().toString()) : "";
            String subject = isElsewhere ? "" : each.subject();
            boolean hasColumn = !isElsewhere && subject.isEmpty() && each.at().column() > 0;
            lines.addAll(
                    hasColumn
                            ? at(each.at().column() - 1 + indent, summary)
                            : pointed(text, indent, subject, summary + place));
            each.detail().lines().forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    private static String message(Throwable thrown) {
        if (thrown instanceof ExitRequest) {
            return thrown.getMessage() + "; it ended, the session goes on (/quit leaves)";
        }
        if (thrown instanceof InterruptedException || thrown.getCause() instanceof InterruptedException) {
            return "stopped";
        }
        if (thrown instanceof StackOverflowError) {
            return "the line calls itself without end";
        }
        String message = thrown.getMessage();
        String name = thrown.getClass().getSimpleName();
        String first = message == null ? "" : ": " + message.lines().findFirst().orElse("");
        return name + first + "   /trace shows where";
    }

    private static String sentence(String hint) {
        return hint.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + hint.substring(1);
    }

    private List<String> pointed(String text, int indent, String subject, String message) {
        String last = text.lines().reduce((first, second) -> second).orElse("");
        if (!subject.isEmpty()) {
            Matcher word = Pattern.compile("(?<![A-Za-z0-9_/])" + Pattern.quote(subject) + "(?![A-Za-z0-9_])")
                    .matcher(last);
            if (word.find()) {
                return at(indent + word.start(), message);
            }
        }
        return Folded.behind(style.bad("✖") + " ", 2, message, width);
    }

    private List<String> at(int column, String message) {
        String caret = " ".repeat(column) + style.bad("^");
        boolean fits = width - column >= LEAST_TEXT || column + 2 + message.length() <= width;
        if (fits) {
            return Folded.behind(caret + " ", column + 2, message, width);
        }
        List<String> lines = new ArrayList<>(List.of(caret));
        lines.addAll(Folded.behind("  ", 2, message, width));
        return lines;
    }
}
