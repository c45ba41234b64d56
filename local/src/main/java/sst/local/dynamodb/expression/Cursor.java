package sst.local.dynamodb.expression;

import java.nio.charset.StandardCharsets;
import java.util.List;
import sst.local.dynamodb.request.Rejection;
import sst.local.wire.AwsException;

/** Walks over the tokens of one expression and words its errors. */
final class Cursor {
    private static final int MAX_BYTES = 4096;
    private static final int MAX_OPERATORS = 300;

    private final String member;
    private final String expression;
    private final List<Token> tokens;
    private int at;
    private int operators;

    /**
     * Starts at the first token.
     *
     * @param member the request's member, such as {@code FilterExpression}
     * @param expression its text
     */
    Cursor(String member, String expression) {
        this.member = member;
        this.expression = expression;
        int bytes = expression.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw error("Expression size has exceeded the maximum allowed size; expression size: " + bytes);
        }
        this.tokens = Lexer.tokens(expression);
        if (expression.isEmpty()) {
            throw error("The expression can not be empty;");
        }
    }

    Token peek() {
        return tokens.get(at);
    }

    Token next() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    Token take(Token.Kind kind) {
        if (peek().kind() != kind) {
            throw syntaxError();
        }
        return next();
    }

    boolean takeSymbol(String symbol) {
        boolean found = peek().isSymbol(symbol);
        if (found) {
            at++;
        }
        return found;
    }

    boolean takeKeyword(String word) {
        boolean found = peek().isKeyword(word);
        if (found) {
            at++;
        }
        return found;
    }

    void requireSymbol(String symbol) {
        if (!takeSymbol(symbol)) {
            throw syntaxError();
        }
    }

    void requireKeyword(String word) {
        if (!takeKeyword(word)) {
            throw syntaxError();
        }
    }

    void requireEnd() {
        if (peek().kind() != Token.Kind.END) {
            throw syntaxError();
        }
        if (operators > MAX_OPERATORS) {
            throw error("The expression contains too many operators; operator count: " + operators);
        }
    }

    void countOperator() {
        operators++;
    }

    /** Whether the next but one token is that symbol. */
    boolean isBefore(String symbol) {
        return at + 1 < tokens.size() && tokens.get(at + 1).isSymbol(symbol);
    }

    /** The token here fits no rule; "near" spans the tokens around it. */
    AwsException syntaxError() {
        int from = tokens.get(Math.max(0, at - 1)).start();
        int to = tokens.get(Math.min(tokens.size() - 1, at + 1)).end();
        return error("Syntax error; token: \"" + peek().text() + "\", near: \""
                + expression.substring(from, to).stripTrailing() + "\"");
    }

    AwsException error(String text) {
        return Rejection.validation("Invalid " + member + ": " + text);
    }
}
