package sst.scripts.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A source with its comments told apart from its code; the same rules do for Groovy, Java and JShell.
 *
 * @param code the text with blanks where comments are, so that places stay
 * @param comments in order, each as it is written
 */
record SourceText(String code, List<String> comments) {
    SourceText {
        comments = List.copyOf(comments);
    }

    static SourceText of(String text) {
        return new Scan(text).run();
    }

    /** The first doc comment, without its stars. */
    Optional<String> doc() {
        return comments.stream()
                .filter(comment -> comment.startsWith("/**") && comment.length() > 4)
                .findFirst()
                .map(comment -> comment.substring(3, comment.length() - 2)
                        .replaceAll("(?m)^\\s*\\*", "")
                        .strip());
    }

    /** The line of a place in the code. */
    int line(int offset) {
        return (int) code.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }

    private static final class Scan {
        private final String text;
        private final StringBuilder code = new StringBuilder();
        private final List<String> comments = new ArrayList<>();
        private int at;

        Scan(String text) {
            this.text = text;
        }

        SourceText run() {
            while (at < text.length()) {
                if (text.startsWith("//", at)) {
                    comment(until("\n", at));
                } else if (text.startsWith("/*", at)) {
                    comment(until("*/", at + 2) + 2);
                } else if (text.startsWith("\"\"\"", at) || text.startsWith("'''", at)) {
                    take(until(text.substring(at, at + 3), at + 3) + 3);
                } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
                    take(endOfString());
                } else {
                    take(at + 1);
                }
            }
            return new SourceText(code.toString(), comments);
        }

        private int until(String end, int from) {
            int found = text.indexOf(end, from);
            return found < 0 ? text.length() : found;
        }

        private int endOfString() {
            char quote = text.charAt(at);
            int end = at + 1;
            while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            return end + 1;
        }

        private void comment(int wanted) {
            int end = Math.min(wanted, text.length());
            String comment = text.substring(at, end);
            comments.add(comment);
            code.append(comment.replaceAll("[^\n]", " "));
            at = end;
        }

        private void take(int wanted) {
            int end = Math.min(wanted, text.length());
            code.append(text, at, end);
            at = end;
        }
    }
}
