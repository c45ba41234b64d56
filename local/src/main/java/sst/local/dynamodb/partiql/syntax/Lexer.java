package sst.local.dynamodb.partiql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a statement into tokens; what no statement has ends it with AWS's bare text. */
final class Lexer {
    private static final Pattern TOKEN = Pattern.compile("(?<skip>\\s++|--[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+\\*/)"
            + "|(?<word>[A-Za-z_$][A-Za-z0-9_$]*+)"
            + "|\"(?<name>(?:[^\"]|\"\")*+)\""
            + "|'(?<string>(?:[^']|'')*+)'"
            + "|(?<number>(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d++)?)"
            + "|(?<parameter>\\?)"
            + "|(?<symbol><<|>>|<>|<=|>=|!=|[-+=<>()\\[\\]{},.:;*])");

    private Lexer() {}

    static List<Token> tokens(String statement) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(statement);
        int at = 0;
        while (at < statement.length()) {
            matcher.region(at, statement.length());
            if (!matcher.lookingAt()) {
                throw Tokens.malformed("");
            }
            at = matcher.end();
            if (matcher.group("skip") == null) {
                tokens.add(token(matcher));
            }
        }
        tokens.add(new Token(Token.Kind.END, "", statement.length(), 0));
        return tokens;
    }

    private static Token token(Matcher matcher) {
        int start = matcher.start();
        int length = matcher.end() - start;
        String name = matcher.group("name");
        if (name != null) {
            return new Token(Token.Kind.NAME, name.replace("\"\"", "\""), start, length);
        }
        String string = matcher.group("string");
        if (string != null) {
            return new Token(Token.Kind.STRING, string.replace("''", "'"), start, length);
        }
        Token.Kind kind = matcher.group("word") != null
                ? Token.Kind.WORD
                : matcher.group("number") != null
                        ? Token.Kind.NUMBER
                        : matcher.group("parameter") != null ? Token.Kind.PARAMETER : Token.Kind.SYMBOL;
        return new Token(kind, matcher.group(), start, length);
    }
}
