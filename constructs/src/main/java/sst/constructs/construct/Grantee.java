package sst.constructs.construct;

import java.util.List;
import java.util.function.Consumer;
import sst.model.value.Permission;

/**
 * Someone who is granted permissions besides functions, such as the users of an identity pool; granted once everything
 * is made, since permissions may name any construct.
 *
 * @param permissions what the config grants
 * @param allow takes each grant
 */
public record Grantee(List<Permission> permissions, Consumer<Grant> allow) {
    public Grantee {
        permissions = List.copyOf(permissions);
    }
}
