package sst.dsl.script;

import groovyjarjarantlr4.v4.runtime.CharStreams;
import groovyjarjarantlr4.v4.runtime.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.apache.groovy.parser.antlr4.GroovySyntaxError;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;

/**
 * Finds the bracket that was forgotten, or the one too many. Groovy 5 reports it where the parser gave up, often the first
 * line of the file; its own lexer still says which brackets there are.
 */
final class OpenBracket {
    private static final Map<String, String> CLOSING = Map.of("{", "}", "(", ")", "[", "]");

    private final List<Token> brackets;

    private OpenBracket(List<Token> brackets) {
        this.brackets = brackets;
    }

    /** An error at the bracket that closes nothing, or at the innermost that has no end, if that is what is wrong. */
    static Optional<Diagnostic> in(String text, String file) {
        OpenBracket search = new OpenBracket(brackets(new GroovyLangLexer(CharStreams.fromString(text))));
        return search.wrong(-1).map(at -> {
            boolean isOneTooMany = isClosing(search.brackets.get(at));
            return isOneTooMany ? surplus(search.brackets.get(at), file) : unclosed(search.brackets.get(at), file);
        });
    }

    private static List<Token> brackets(GroovyLangLexer lexer) {
        lexer.removeErrorListeners();
        List<Token> brackets = new ArrayList<>();
        try {
            for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
                if (isClosing(token) || CLOSING.containsKey(token.getText())) {
                    brackets.add(token);
                }
            }
        } catch (GroovySyntaxError otherwiseWrong) {
            return brackets;
        }
        return brackets;
    }

    /** The place of the bracket that is wrong when the one at {@code without} is left out; empty when all fit. */
    private Optional<Integer> wrong(int without) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int at = 0; at < brackets.size(); at++) {
            String text = brackets.get(at).getText();
            if (at == without) {
                continue;
            }
            if (CLOSING.containsKey(text)) {
                open.push(at);
            } else if (!open.isEmpty()
                    && text.equals(CLOSING.get(brackets.get(open.peek()).getText()))) {
                open.pop();
            } else {
                boolean isOneTooMany = without < 0 && wrong(at).isEmpty();
                return Optional.of(isOneTooMany || open.isEmpty() ? at : open.peek());
            }
        }
        return Optional.ofNullable(open.peek());
    }

    private static boolean isClosing(Token token) {
        return CLOSING.containsValue(token.getText());
    }

    private static Diagnostic unclosed(Token bracket, String file) {
        String text = bracket.getText();
        return Diagnostic.error(Code.SYNTAX, "this '" + text + "' is never closed")
                .hint("close it with '" + CLOSING.get(text) + "'")
                .at(place(bracket, file));
    }

    private static Diagnostic surplus(Token bracket, String file) {
        return Diagnostic.error(Code.SYNTAX, "this '" + bracket.getText() + "' closes nothing")
                .hint("remove it")
                .at(place(bracket, file));
    }

    private static SourceRef place(Token bracket, String file) {
        return new SourceRef(file, bracket.getLine(), bracket.getCharPositionInLine() + 1);
    }
}
