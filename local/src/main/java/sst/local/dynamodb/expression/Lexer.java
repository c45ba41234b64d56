package sst.local.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into tokens; a character that no expression has becomes a symbol that no rule accepts. */
final class Lexer {
    private static final Pattern TOKEN = Pattern.compile("\\s+|(?<word>[A-Za-z_][A-Za-z0-9_]*)"
            + "|(?<name>#[A-Za-z0-9_]+)|(?<value>:[A-Za-z0-9_]+)|(?<digits>\\d+)|(?<symbol><>|<=|>=|.)");

    private Lexer() {}

    static List<Token> tokens(String expression) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(expression);
        while (matcher.find()) {
            kind(matcher, tokens);
        }
        tokens.add(new Token(Token.Kind.END, "<EOF>", expression.length()));
        return tokens;
    }

    private static void kind(Matcher matcher, List<Token> tokens) {
        Token.Kind kind = matcher.group("word") != null
                ? Token.Kind.WORD
                : matcher.group("name") != null
                        ? Token.Kind.NAME_PLACEHOLDER
                        : matcher.group("value") != null
                                ? Token.Kind.VALUE_PLACEHOLDER
                                : matcher.group("digits") != null ? Token.Kind.DIGITS : Token.Kind.SYMBOL;
        if (!matcher.group().isBlank()) {
            tokens.add(new Token(kind, matcher.group(), matcher.start()));
        }
    }
}
