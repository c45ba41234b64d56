package sst.local.dynamodb.value;

import java.util.Arrays;
import java.util.Optional;

/** The ten types of attribute values; constants are the names on the wire. */
public enum ValueType {
    /** String. */
    S("STRING"),
    /** Number. */
    N("NUMBER"),
    /** Binary. */
    B("BINARY"),
    /** Boolean. */
    BOOL("BOOLEAN"),
    /** Null. */
    NULL("NULL"),
    /** String set. */
    SS("STRING_SET"),
    /** Number set. */
    NS("NUMBER_SET"),
    /** Binary set. */
    BS("BINARY_SET"),
    /** List. */
    L("LIST"),
    /** Map. */
    M("MAP");

    private final String word;

    ValueType(String word) {
        this.word = word;
    }

    /** The name that AWS uses in the error texts of update operators. */
    public String word() {
        return word;
    }

    /** Whether values of this type have an order, so that they can be keys and be compared by size. */
    public boolean isOrdered() {
        return this == S || this == N || this == B;
    }

    /** Whether this is one of the three set types. */
    public boolean isSet() {
        return this == SS || this == NS || this == BS;
    }

    /** The type of that wire name. */
    public static Optional<ValueType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
