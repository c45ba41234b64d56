package sst.local.dynamodb.document;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets of attribute names, which operators make from those of their operands. */
public final class AttributeNames {
    private AttributeNames() {}

    /** All names of all sets. */
    public static Set<String> union(List<Set<String>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
