package sst.local.cfn.change;

import java.util.Set;

/**
 * What AWS says of one resource type.
 *
 * @param properties the properties it has; empty when that is not known
 * @param required those that must be there
 * @param replace paths whose change always replaces, such as {@code TableName} or {@code Code.S3Bucket}
 * @param maybe properties whose change sometimes replaces
 * @param identifier the properties that name a resource of the type
 * @param tags the property that takes the stack's tags; empty when it takes none
 */
public record TypeRules(
        Set<String> properties,
        Set<String> required,
        Set<String> replace,
        Set<String> maybe,
        Set<String> identifier,
        String tags) {
    static final TypeRules NONE = new TypeRules(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), "");

    /** Whether the type takes the stack's tags. */
    public boolean isTagged() {
        return !tags.isEmpty();
    }
}
