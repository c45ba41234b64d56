package sst.local.dynamodb.partiql.syntax;

import java.util.Set;

/**
 * A piece of a statement.
 *
 * @param kind what it is
 * @param text a word as written, a quoted name or string without its quotes
 * @param start index of its first character
 * @param length how many characters it takes
 */
record Token(Kind kind, String text, int start, int length) {
    private static final Set<String> KEYWORDS = Set.of(
            "SELECT",
            "FROM",
            "WHERE",
            "INSERT",
            "INTO",
            "VALUE",
            "UPDATE",
            "SET",
            "REMOVE",
            "DELETE",
            "RETURNING",
            "AND",
            "OR",
            "ORDER",
            "BY",
            "ASC",
            "DESC",
            "GROUP",
            "HAVING",
            "LIMIT",
            "OFFSET",
            "JOIN",
            "UNION",
            "AS");
    private static final Set<String> OPERATORS = Set.of("IS", "IN", "LIKE", "BETWEEN");

    enum Kind {
        WORD,
        NAME,
        STRING,
        NUMBER,
        PARAMETER,
        SYMBOL,
        END
    }

    /** Whether it is that word, in any case. */
    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Whether it is a word with which the next part of a statement starts, and not an attribute. */
    boolean isKeyword() {
        return kind == Kind.WORD && KEYWORDS.stream().anyMatch(text::equalsIgnoreCase);
    }

    /** Whether it is a word that needs an operand before it. */
    boolean isOperator() {
        return kind == Kind.WORD && OPERATORS.stream().anyMatch(text::equalsIgnoreCase);
    }

    /** Where it is, as AWS's texts say it. */
    String place() {
        return "1:" + (start + 1) + ":" + length;
    }
}
