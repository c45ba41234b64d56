package sst.local.cfn.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.UnaryOperator;
import sst.local.store.Store;

/** All stacks, by ARN, and by name while they are not deleted. */
public final class Stacks {
    private final NavigableMap<String, JsonNode> stacks;
    private final NavigableMap<String, JsonNode> names;
    private final SealedRecords records;

    /** The stacks of a store. */
    public Stacks(Store store, SealedRecords records) {
        this.records = records;
        stacks = store.json("cloudformation.stacks");
        names = store.json("cloudformation.names");
    }

    /** A stack by name, among those not deleted, or by ARN, among all. */
    public Optional<Stack> find(String region, String nameOrArn) {
        if (nameOrArn.startsWith("arn:")) {
            return Optional.ofNullable(stacks.get(nameOrArn)).map(this::read);
        }
        return Optional.ofNullable(names.get(region + "/" + nameOrArn))
                .flatMap(arn -> Optional.ofNullable(stacks.get(arn.asText())))
                .map(this::read);
    }

    /** A stack that must be there. */
    public Stack get(StackId id) {
        return Optional.ofNullable(stacks.get(id.arn()))
                .map(this::read)
                .orElseThrow(() -> new IllegalStateException("no stack " + id.arn()));
    }

    /** Every stack of a region, the newest first. */
    public List<Stack> all(String region) {
        String prefix = "arn:aws:cloudformation:" + region + ":";
        List<Stack> found = new ArrayList<>();
        stacks.subMap(prefix, true, prefix + '\uffff', false).values().forEach(each -> found.add(read(each)));
        found.sort(Comparator.comparingLong((Stack stack) -> stack.times().created())
                .reversed());
        return found;
    }

    /** Every stack of every region whose operation is under way. */
    public List<Stack> running() {
        List<Stack> found = new ArrayList<>();
        stacks.values().forEach(each -> {
            Stack stack = read(each);
            if (stack.status().isRunning()) {
                found.add(stack);
            }
        });
        return found;
    }

    /** Keeps a stack, and its name unless it is deleted; who sees that it is deleted finds its name free. */
    public synchronized void put(Stack stack) {
        String arn = stack.id().arn();
        String name = stack.id().region() + "/" + stack.id().name();
        if (!stack.isDeleted()) {
            names.put(name, TextNode.valueOf(arn));
        } else if (arn.equals(names.getOrDefault(name, TextNode.valueOf("")).asText())) {
            names.remove(name);
        }
        stacks.put(arn, records.write(stack));
    }

    /** Changes a stack; no other change comes between. */
    public synchronized Stack update(StackId id, UnaryOperator<Stack> change) {
        Stack changed = change.apply(get(id));
        put(changed);
        return changed;
    }

    /** Forgets a stack that was only under review. */
    public synchronized void forget(StackId id) {
        stacks.remove(id.arn());
        names.remove(id.region() + "/" + id.name());
    }

    private Stack read(JsonNode written) {
        return records.read(written, Stack.class);
    }
}
