package sst.local.cfn.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import sst.local.cfn.change.TypeRules;
import sst.local.cfn.resource.ResourceFailure;

/** Refuses properties that a type does not have, or that it misses, as AWS's resource schemas do. */
final class PropertyCheck {
    private PropertyCheck() {}

    static void check(String logicalId, ObjectNode properties, TypeRules rules) {
        if (rules.properties().isEmpty()) {
            return;
        }
        Set<String> missing = new TreeSet<>(rules.required());
        Set<String> extraneous = new TreeSet<>();
        properties.fieldNames().forEachRemaining(name -> {
            missing.remove(name);
            if (!rules.properties().contains(name)) {
                extraneous.add(name);
            }
        });
        String start = "Properties validation failed for resource " + logicalId + " with message:\n#: ";
        if (!extraneous.isEmpty()) {
            throw new ResourceFailure(start + "extraneous key " + extraneous + " is not permitted");
        }
        if (!missing.isEmpty()) {
            throw new ResourceFailure(start + "required key " + missing + " not found");
        }
    }
}
