package sst.local.cfn.change;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.local.cfn.stack.StackInput;
import sst.local.cfn.stack.resource.StackResource;
import sst.local.cfn.template.Template;

/**
 * A stack now, and what it shall be.
 *
 * @param resources what exists now
 * @param before the template of what exists; null for a new stack
 * @param beforeInput what the stack is made from now; null for a new stack
 * @param after the new template
 * @param afterInput what the stack shall be made from
 */
public record PlannedUpdate(
        Map<String, StackResource> resources,
        @Nullable Template before,
        @Nullable StackInput beforeInput,
        Template after,
        StackInput afterInput) {
    /** Whether the stack's tags change. */
    boolean changesTags() {
        return beforeInput != null && !beforeInput.tags().equals(afterInput.tags());
    }
}
