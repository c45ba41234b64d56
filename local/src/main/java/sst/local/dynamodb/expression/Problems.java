package sst.local.dynamodb.expression;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with an expression whose syntax is right. AWS reports one problem, by kind and not by place, so the first
 * of each kind is kept until the whole expression has been read.
 */
final class Problems {
    private static final List<Kind> LEAF = List.of(Kind.PLACEHOLDER, Kind.OPERANDS, Kind.DISTINCT, Kind.FUNCTION);

    private final Map<Kind, String> first = new EnumMap<>(Kind.class);

    void report(Kind kind, String text) {
        first.putIfAbsent(kind, text);
    }

    /** A condition without AND, OR, NOT ends here: its most important problem goes before those of later ones. */
    void endOfLeaf() {
        LEAF.stream()
                .filter(first::containsKey)
                .findFirst()
                .ifPresent(kind -> report(Kind.CONDITION, first.getOrDefault(kind, "")));
    }

    Optional<String> mostImportant(List<Kind> order) {
        return order.stream().filter(first::containsKey).findFirst().map(kind -> first.getOrDefault(kind, ""));
    }

    enum Kind {
        PARENTHESES,
        UNKNOWN_FUNCTION,
        MISUSED_FUNCTION,
        RESERVED,
        CONDITION,
        PLACEHOLDER,
        SECTION,
        NAME,
        VALUE,
        OVERLAP,
        CONFLICT,
        OPERANDS,
        DISTINCT,
        FUNCTION
    }
}
