package sst.local.cfn.stack.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Predicate;
import sst.local.cfn.stack.SealedRecords;
import sst.local.cfn.stack.StackId;
import sst.local.store.Store;

/** The resources of all stacks. */
public final class StackResources {
    private final NavigableMap<String, JsonNode> resources;
    private final SealedRecords records;

    /** The resources of a store. */
    public StackResources(Store store, SealedRecords records) {
        this.records = records;
        resources = store.json("cloudformation.resources");
    }

    /** Every resource of a stack, by logical id. */
    public Map<String, StackResource> all(StackId stack) {
        String prefix = stack.arn() + "|";
        Map<String, StackResource> found = new LinkedHashMap<>();
        resources.subMap(prefix, true, prefix + '\uffff', false).values().forEach(written -> {
            StackResource resource = read(written);
            found.put(resource.logicalId(), resource);
        });
        return found;
    }

    /** One resource of a stack. */
    public Optional<StackResource> find(StackId stack, String logicalId) {
        return Optional.ofNullable(resources.get(key(stack, logicalId))).map(this::read);
    }

    /** A resource of a region, in any stack, that exists and is of that kind. */
    public Optional<Instance> any(String region, Predicate<Instance> kind) {
        String prefix = "arn:aws:cloudformation:" + region + ":";
        for (JsonNode written :
                resources.subMap(prefix, true, prefix + '\uffff', false).values()) {
            Instance current = read(written).current();
            if (current != null && kind.test(current)) {
                return Optional.of(current);
            }
        }
        return Optional.empty();
    }

    /** Keeps a resource. */
    public void put(StackId stack, StackResource resource) {
        resources.put(key(stack, resource.logicalId()), records.write(resource));
    }

    /** Forgets a resource. */
    public void remove(StackId stack, String logicalId) {
        resources.remove(key(stack, logicalId));
    }

    private static String key(StackId stack, String logicalId) {
        return stack.arn() + "|" + logicalId;
    }

    private StackResource read(JsonNode written) {
        return records.read(written, StackResource.class);
    }
}
