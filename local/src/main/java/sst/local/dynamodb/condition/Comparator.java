package sst.local.dynamodb.condition;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.ValueOrder;

/** The six comparison operators. */
public enum Comparator {
    /** Equal in type and value. */
    EQ("="),
    /** Not equal, or not there. */
    NE("<>"),
    /** Less. */
    LT("<"),
    /** Less or equal. */
    LE("<="),
    /** Greater. */
    GT(">"),
    /** Greater or equal. */
    GE(">=");

    private final String symbol;

    Comparator(String symbol) {
        this.symbol = symbol;
    }

    /** The operator as expressions write it. */
    public String symbol() {
        return symbol;
    }

    /** Whether it asks for an order, which only strings, numbers and binaries have. */
    public boolean needsOrder() {
        return this != EQ && this != NE;
    }

    /** The operator that says the same with its sides exchanged. */
    public Comparator mirrored() {
        return switch (this) {
            case EQ, NE -> this;
            case LT -> GT;
            case LE -> GE;
            case GT -> LT;
            case GE -> LE;
        };
    }

    /** The operator of that symbol. */
    public static Optional<Comparator> ofSymbol(String symbol) {
        return Arrays.stream(values()).filter(op -> op.symbol.equals(symbol)).findFirst();
    }

    boolean holds(@Nullable AttributeValue left, @Nullable AttributeValue right) {
        if (left == null || right == null) {
            return this == NE;
        }
        if (!needsOrder()) {
            return left.equals(right) == (this == EQ);
        }
        OptionalInt order = ValueOrder.compare(left, right);
        return order.isPresent() && accepts(order.getAsInt());
    }

    private boolean accepts(int order) {
        return switch (this) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
        };
    }
}
