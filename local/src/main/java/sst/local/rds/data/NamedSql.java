package sst.local.rds.data;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement with names where its parameters go, as JDBC takes it.
 *
 * @param sql with question marks for parameters
 * @param names of the parameters, in the order of the question marks
 * @param isSeveral whether there is more than one statement
 */
record NamedSql(String sql, List<String> names, boolean isSeveral) {
    /** What is no code: texts, names in quotes, comments; after them casts and parameters. */
    private static final Pattern PIECE = Pattern.compile(
            "(?<text>(?<![\\w$])[eE]'(?:[^'\\\\]|\\\\.|'')*+'|'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|--[^\\n]*+"
                    + "|(?<![\\w$])(?<dollar>\\$(?:[A-Za-z_]\\w*)?\\$).*?\\k<dollar>)"
                    + "|(?<comment>/\\*)|(?<cast>::)|:(?<name>[A-Za-z_]\\w*)|(?<mark>\\?)|(?<end>;)",
            Pattern.DOTALL);

    private static final Pattern REST = Pattern.compile("(?:\\s|;|--[^\\n]*+|/\\*.*?\\*/)*+", Pattern.DOTALL);

    NamedSql {
        names = List.copyOf(names);
    }

    static NamedSql of(String text) {
        StringBuilder sql = new StringBuilder();
        List<String> names = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        int done = 0;
        while (done <= text.length() && piece.find(done)) {
            sql.append(text, done, piece.start());
            done = piece.end();
            if (piece.group("comment") != null) {
                done = endOfComment(text, piece.start());
                sql.append(text, piece.start(), done);
            } else if (piece.group("name") != null) {
                names.add(piece.group("name"));
                sql.append('?');
            } else if (piece.group("end") != null) {
                return ended(text.substring(done), sql, names);
            } else {
                // A question mark of PostgreSQL's own, an operator of JSON, is doubled for JDBC.
                sql.append(piece.group("mark") == null ? piece.group() : "??");
            }
        }
        return new NamedSql(sql.append(text, done, text.length()).toString(), names, false);
    }

    private static NamedSql ended(String rest, StringBuilder sql, List<String> names) {
        return new NamedSql(sql.toString(), names, !REST.matcher(rest).matches());
    }

    /** PostgreSQL's comments may hold comments. */
    private static int endOfComment(String text, int from) {
        int depth = 0;
        int at = from;
        while (at < text.length() - 1) {
            String two = text.substring(at, at + 2);
            boolean isEdge = two.equals("/*") || two.equals("*/");
            depth += isEdge ? (two.equals("/*") ? 1 : -1) : 0;
            at += isEdge ? 2 : 1;
            if (depth == 0) {
                return at;
            }
        }
        return text.length();
    }
}
