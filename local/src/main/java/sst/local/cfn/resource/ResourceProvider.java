package sst.local.cfn.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * One CloudFormation resource type of the local cloud. Replacement, ordering, rollback and events belong to the engine;
 * a provider only makes, changes and deletes one resource; calls of one that {@linkplain #waits() waits} may be repeated
 * after a kill.
 */
public interface ResourceProvider {
    /** The type's name, such as {@code AWS::DynamoDB::Table}. */
    String type();

    /** Whether its resources are recorded and have no effect. */
    default boolean isRecordOnly() {
        return false;
    }

    /** The only values that some properties can have here; templates with others are refused before anything is touched. */
    default Map<String, Set<String>> only() {
        return Map.of();
    }

    /**
     * Whether it waits for functions, other stacks or processes, or works long. What the others do is kept together with the
     * state of the stack that tells of it, so that they need not know what a kill has cut.
     */
    default boolean waits() {
        return false;
    }

    /**
     * Makes the resource.
     *
     * @param request identity, and properties with every intrinsic resolved
     * @throws ResourceFailure with AWS's reason
     */
    ResourceState create(ResourceRequest request);

    /**
     * Changes the resource in place; the engine replaces instead where AWS does.
     *
     * @param request identity, and the new properties
     * @param current what is there
     * @param before the properties that {@code current} was made from
     * @throws ResourceFailure with AWS's reason
     */
    ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before);

    /**
     * Deletes the resource; one that is gone already is no failure.
     *
     * @throws ResourceFailure with AWS's reason, such as a bucket that is not empty
     */
    void delete(ResourceRequest request, ResourceState current);
}
