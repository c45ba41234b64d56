package sst.dsl.script;

import groovyjarjarantlr4.v4.runtime.CharStreams;
import groovyjarjarantlr4.v4.runtime.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.apache.groovy.parser.antlr4.GroovySyntaxError;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;

/**
 * Finds the bracket that was forgotten. Groovy 5 reports it where the parser gave up, often the first line of the file;
 * its own lexer still says which bracket was opened and never closed.
 */
final class OpenBracket {
    private static final Map<String, String> CLOSING = Map.of("{", "}", "(", ")", "[", "]");

    private final Deque<Token> open = new ArrayDeque<>();

    private OpenBracket() {}

    /** An error at the innermost bracket that has no end, if that is what is wrong. */
    static Optional<Diagnostic> in(String text, String file) {
        OpenBracket search = new OpenBracket();
        return search.unclosed(new GroovyLangLexer(CharStreams.fromString(text)))
                .map(bracket -> error(bracket, file));
    }

    private Optional<Token> unclosed(GroovyLangLexer lexer) {
        lexer.removeErrorListeners();
        try {
            for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
                if (!follow(token)) {
                    return Optional.ofNullable(open.peek());
                }
            }
        } catch (GroovySyntaxError otherwiseWrong) {
            return Optional.ofNullable(open.peek());
        }
        return Optional.ofNullable(open.peek());
    }

    /** Whether the brackets still fit after this token. */
    private boolean follow(Token token) {
        String text = token.getText();
        if (CLOSING.containsKey(text)) {
            open.push(token);
            return true;
        }
        if (!CLOSING.containsValue(text)) {
            return true;
        }
        boolean fits = !open.isEmpty() && text.equals(CLOSING.get(open.peek().getText()));
        if (fits) {
            open.pop();
        }
        return fits;
    }

    private static Diagnostic error(Token bracket, String file) {
        String text = bracket.getText();
        return Diagnostic.error(Code.SYNTAX, "this '" + text + "' is never closed")
                .hint("close it with '" + CLOSING.get(text) + "'")
                .at(new SourceRef(file, bracket.getLine(), bracket.getCharPositionInLine() + 1));
    }
}
