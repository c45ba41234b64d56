package sst.local.cfn.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One resource as the template writes it.
 *
 * @param logicalId its name in the template
 * @param type its type, such as {@code AWS::SQS::Queue}
 * @param properties with intrinsics
 * @param condition the condition it hangs on; empty when it is always made
 * @param dependsOn explicit dependencies
 * @param policies what happens when it is removed or replaced
 * @param metadata its {@code Metadata}, empty when there is none
 */
public record ResourceDeclaration(
        String logicalId,
        String type,
        ObjectNode properties,
        String condition,
        Set<String> dependsOn,
        Policies policies,
        ObjectNode metadata) {
    public ResourceDeclaration {
        dependsOn = Collections.unmodifiableSet(new LinkedHashSet<>(dependsOn));
    }

    /**
     * The two removal policies of a resource.
     *
     * @param onDelete when the resource leaves the template or the stack is deleted
     * @param onReplace for the old resource after a replacement
     */
    public record Policies(DeletionPolicy onDelete, DeletionPolicy onReplace) {}
}
