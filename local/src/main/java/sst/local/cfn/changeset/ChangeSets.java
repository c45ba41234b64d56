package sst.local.cfn.changeset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import sst.local.cfn.stack.SealedRecords;
import sst.local.cfn.stack.StackId;
import sst.local.store.Store;

/** All change sets, by ARN, and by stack and name. */
public final class ChangeSets {
    private final NavigableMap<String, JsonNode> sets;
    private final NavigableMap<String, JsonNode> names;
    private final SealedRecords records;

    /** The change sets of a store. */
    public ChangeSets(Store store, SealedRecords records) {
        this.records = records;
        sets = store.json("cloudformation.changesets");
        names = store.json("cloudformation.changesetnames");
    }

    /** A change set by its ARN. */
    public Optional<ChangeSet> find(String arn) {
        return Optional.ofNullable(sets.get(arn)).map(this::read);
    }

    /** A change set of a stack by its name or ARN. */
    public Optional<ChangeSet> find(StackId stack, String nameOrArn) {
        if (nameOrArn.startsWith("arn:")) {
            return find(nameOrArn).filter(set -> set.stack().equals(stack));
        }
        return Optional.ofNullable(names.get(stack.arn() + "|" + nameOrArn)).flatMap(arn -> find(arn.asText()));
    }

    /** Every change set of a stack. */
    public List<ChangeSet> all(StackId stack) {
        String prefix = stack.arn() + "|";
        List<ChangeSet> found = new ArrayList<>();
        names.subMap(prefix, true, prefix + '\uffff', false).values().forEach(arn -> find(arn.asText())
                .ifPresent(found::add));
        return found;
    }

    /** Keeps a change set. */
    public void put(ChangeSet set) {
        sets.put(set.id(), records.write(set));
        names.put(set.stack().arn() + "|" + set.name(), TextNode.valueOf(set.id()));
    }

    /** Forgets a change set. */
    public void remove(ChangeSet set) {
        sets.remove(set.id());
        names.remove(set.stack().arn() + "|" + set.name());
    }

    private ChangeSet read(JsonNode written) {
        return records.read(written, ChangeSet.class);
    }
}
