package sst.local.dynamodb.table;

import java.util.List;

/**
 * Which attributes an index copies.
 *
 * @param type all, only keys, or keys and some more
 * @param included the further names for {@link Type#INCLUDE}
 */
public record IndexProjection(Type type, List<String> included) {
    public IndexProjection {
        included = List.copyOf(included);
    }

    /** AWS's projection types. */
    public enum Type {
        /** The whole item. */
        ALL,
        /** Keys and named attributes. */
        INCLUDE,
        /** Keys only. */
        KEYS_ONLY
    }
}
