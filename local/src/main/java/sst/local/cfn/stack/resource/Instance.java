package sst.local.cfn.stack.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import sst.local.cfn.resource.ResourceState;
import sst.local.cfn.template.ResourceDeclaration;

/**
 * A resource that exists: what it is, and what it was made from.
 *
 * @param type its type
 * @param state what its provider gave
 * @param properties it was made from, without intrinsics
 * @param tags the stack's tags that were laid on it
 * @param name the generated name it was made with
 * @param policies what happens when it goes
 * @param needs the logical ids that must outlive it
 */
public record Instance(
        String type,
        ResourceState state,
        ObjectNode properties,
        Map<String, String> tags,
        String name,
        ResourceDeclaration.Policies policies,
        Set<String> needs) {
    public Instance {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        needs = Collections.unmodifiableSet(new LinkedHashSet<>(needs));
    }

    /** The same resource with what another declaration says of its end and its surroundings. */
    public Instance with(ResourceDeclaration.Policies other, Set<String> otherNeeds) {
        return new Instance(type, state, properties, tags, name, other, otherNeeds);
    }

    /** The physical id. */
    public String physicalId() {
        return state.physicalId();
    }
}
