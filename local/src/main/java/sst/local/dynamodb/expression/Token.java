package sst.local.dynamodb.expression;

/**
 * A piece of an expression.
 *
 * @param kind what it is
 * @param text as it was written; {@code <EOF>} at the end
 * @param start index of its first character
 */
record Token(Kind kind, String text, int start) {
    enum Kind {
        WORD,
        NAME_PLACEHOLDER,
        VALUE_PLACEHOLDER,
        DIGITS,
        SYMBOL,
        END
    }

    /** Whether it is that word, in any case. */
    boolean isKeyword(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    int end() {
        return kind == Kind.END ? start : start + text.length();
    }
}
