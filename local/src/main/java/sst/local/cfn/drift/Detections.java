package sst.local.cfn.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.NavigableMap;
import java.util.Optional;
import sst.local.cfn.stack.SealedRecords;
import sst.local.cfn.stack.Stack;
import sst.local.store.Store;

/** The last detection of each stack. */
public final class Detections {
    private final NavigableMap<String, JsonNode> byStack;
    private final SealedRecords records;

    /** The detections of a store. */
    public Detections(Store store, SealedRecords records) {
        this.records = records;
        this.byStack = store.json("cloudformation.drift");
    }

    /** What the last detection found, unless the stack has been worked on since. */
    public Optional<Detection> of(Stack stack) {
        return Optional.ofNullable(byStack.get(stack.id().arn()))
                .map(written -> records.read(written, Detection.class))
                .filter(detection -> detection.run().equals(stack.run().id()));
    }

    /** A detection by its own id. */
    public Optional<Detection> find(String id) {
        return byStack.values().stream()
                .map(written -> records.read(written, Detection.class))
                .filter(detection -> detection.id().equals(id))
                .findFirst();
    }

    /** Keeps a detection in place of the one before. */
    public void keep(Detection detection) {
        byStack.put(detection.stackArn(), records.write(detection));
    }
}
