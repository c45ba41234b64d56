package sst.local.dynamodb.partiql.syntax;

import java.util.List;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.wire.AwsException;

/** Walks over the tokens of one statement, hands out its parameters in order, and words its errors. */
final class Tokens {
    private static final int MAX_DEPTH = 200;

    private final List<Token> tokens;
    private final List<AttributeValue> parameters;
    private int at;
    private int used;
    private int depth;

    Tokens(String statement, List<AttributeValue> parameters) {
        this.tokens = Lexer.tokens(statement);
        this.parameters = parameters;
    }

    Token peek() {
        return tokens.get(at);
    }

    /** The token after the next one. */
    Token second() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    boolean takeWord(String word) {
        boolean found = peek().isWord(word);
        at += found ? 1 : 0;
        return found;
    }

    boolean takeSymbol(String symbol) {
        boolean found = peek().isSymbol(symbol);
        at += found ? 1 : 0;
        return found;
    }

    void requireWord(String word) {
        if (!takeWord(word)) {
            throw unexpected();
        }
    }

    void requireSymbol(String symbol) {
        if (!takeSymbol(symbol)) {
            throw unexpected();
        }
    }

    void requireEnd() {
        takeSymbol(";");
        if (peek().kind() != Token.Kind.END) {
            throw leftOver();
        }
    }

    /** The next parameter's value. */
    AttributeValue parameter() {
        next();
        if (used == parameters.size()) {
            throw Rejection.validation("Number of parameters in request and statement don't match.");
        }
        return parameters.get(used++);
    }

    /** To be called when the statement is read. */
    void requireAllUsed() {
        if (used != parameters.size()) {
            throw Rejection.validation("Number of parameters in request and statement don't match.");
        }
    }

    /** Called where a rule may lead into itself, so that no statement can exhaust the stack. */
    void enter() {
        if (++depth > MAX_DEPTH) {
            throw malformed("");
        }
    }

    void leave() {
        depth--;
    }

    /** The token here cannot start what should start here. */
    AwsException unexpected() {
        Token token = peek();
        if (token.isKeyword()) {
            return malformed("Unexpected keyword");
        }
        return malformed(token.isOperator() ? "Unexpected operator" : "Unexpected term");
    }

    AwsException leftOver() {
        return malformed("Unexpected token after expression");
    }

    static AwsException malformed(String detail) {
        return Rejection.validation("Statement wasn't well formed, can't be processed: " + detail);
    }
}
