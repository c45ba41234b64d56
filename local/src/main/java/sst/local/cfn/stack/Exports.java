package sst.local.cfn.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import sst.local.store.Store;

/** What stacks export, by name and region. */
public final class Exports {
    private final NavigableMap<String, JsonNode> exports;

    /**
     * One export.
     *
     * @param name unique in its region
     * @param value as text
     * @param stackArn the exporting stack
     */
    public record Export(String name, String value, String stackArn) {}

    /** The exports of a store. */
    public Exports(Store store) {
        exports = store.json("cloudformation.exports");
    }

    /** An export by name. */
    public Optional<Export> find(String region, String name) {
        return Optional.ofNullable(exports.get(region + "/" + name)).map(Exports::read);
    }

    /** Every export of a region, by name. */
    public List<Export> all(String region) {
        List<Export> found = new ArrayList<>();
        exports.subMap(region + "/", true, region + "/" + '\uffff', false)
                .values()
                .forEach(written -> found.add(read(written)));
        return found;
    }

    /** Makes the given outputs the only exports of a stack. */
    public synchronized void replace(StackId stack, List<StackOutput> outputs) {
        all(stack.region()).stream()
                .filter(export -> export.stackArn().equals(stack.arn()))
                .forEach(export -> exports.remove(stack.region() + "/" + export.name()));
        for (StackOutput output : outputs) {
            if (!output.exportName().isEmpty()) {
                exports.put(
                        stack.region() + "/" + output.exportName(),
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("name", output.exportName())
                                .put("value", output.value())
                                .put("stackArn", stack.arn()));
            }
        }
    }

    private static Export read(JsonNode written) {
        return Records.read(written, Export.class);
    }
}
