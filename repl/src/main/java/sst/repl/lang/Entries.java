package sst.repl.lang;

import groovyjarjarantlr4.v4.runtime.CharStreams;
import groovyjarjarantlr4.v4.runtime.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.apache.groovy.parser.antlr4.GroovySyntaxError;

/** Tells whether an entry goes on in the next line, as Groovy's own lexer sees it. */
public final class Entries {
    private static final Map<String, String> CLOSING = Map.of("{", "}", "(", ")", "[", "]");

    private Entries() {}

    /** Whether a bracket or a text is open, or the line ends in an operator or a backslash. */
    public static boolean isOpen(String text) {
        if (text.isBlank()) {
            return false;
        }
        boolean quotesAreOpen = count(text, "\"\"\"") % 2 == 1 || count(text, "'''") % 2 == 1;
        return quotesAreOpen || text.stripTrailing().endsWith("\\") || hasOpenBracket(text);
    }

    private static int count(String text, String what) {
        int count = 0;
        for (int at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + what.length())) {
            count++;
        }
        return count;
    }

    private static boolean hasOpenBracket(String text) {
        GroovyLangLexer lexer = new GroovyLangLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        Deque<String> open = new ArrayDeque<>();
        String last = "";
        try {
            for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
                String word = token.getText();
                String closing = word.equals("${") ? "}" : CLOSING.get(word);
                if (closing != null) {
                    open.push(closing);
                } else if (!open.isEmpty() && word.equals(open.peek())) {
                    open.pop();
                } else if (CLOSING.containsValue(word)) {
                    return false;
                }
                last = word.isBlank() ? last : word;
            }
        } catch (GroovySyntaxError wrong) {
            return false;
        }
        return !open.isEmpty() || last.matches("[=+*/,.&|?:-]|&&|\\|\\||->");
    }
}
