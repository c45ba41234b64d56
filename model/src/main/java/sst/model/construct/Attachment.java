package sst.model.construct;

import java.util.List;
import sst.model.value.Binding;
import sst.model.value.Permission;

/**
 * What was attached to the functions of a construct after it was made.
 *
 * @param target the key of one function, such as {@code GET /notes}; empty for all, later ones included
 * @param bindings resources they may see
 * @param permissions grants beyond bindings
 */
public record Attachment(String target, List<Binding> bindings, List<Permission> permissions) {
    public Attachment {
        bindings = List.copyOf(bindings);
        permissions = List.copyOf(permissions);
    }
}
