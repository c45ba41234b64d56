package sst.local.cfn.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import sst.local.store.Store;

/** What stacks export, by name and region. */
public final class Exports {
    private final NavigableMap<String, JsonNode> exports;
    private final SealedRecords records;

    /**
     * One export.
     *
     * @param name unique in its region
     * @param value as text
     * @param stackArn the exporting stack
     */
    public record Export(String name, String value, String stackArn) {}

    /** The exports of a store. */
    public Exports(Store store, SealedRecords records) {
        this.records = records;
        exports = store.json("cloudformation.exports");
    }

    /** An export by name. */
    public Optional<Export> find(String region, String name) {
        return Optional.ofNullable(exports.get(region + "/" + name)).map(this::read);
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
                        records.write(new Export(output.exportName(), output.value(), stack.arn())));
            }
        }
    }

    private Export read(JsonNode written) {
        return records.read(written, Export.class);
    }
}
