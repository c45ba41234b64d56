package sst.local.dynamodb.update;

import java.util.ArrayList;
import java.util.List;
import sst.local.dynamodb.document.Edit;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.document.Projection;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;

/**
 * What an update does to an item. Every operand sees the item as it was before; list elements are removed last and from the
 * end, so that each index means the element it meant before.
 */
public record Update(List<Action> actions) {
    public Update {
        actions = List.copyOf(actions);
    }

    /**
     * The item after the update.
     *
     * @throws sst.local.wire.AwsException when an operand has the wrong type or a path leads nowhere
     */
    public Item apply(Item before) {
        List<Written> written = new ArrayList<>();
        List<Path> removed = new ArrayList<>();
        for (Action action : actions) {
            action.outcome(before)
                    .ifPresentOrElse(
                            value -> written.add(new Written(action.path(), value)), () -> removed.add(action.path()));
        }
        // Values beyond the end of a list are appended in the order of their indexes.
        written.sort((one, two) -> laterFirst(two.path(), one.path()));
        Item item = before;
        for (Written one : written) {
            item = Edit.set(item, one.path(), one.value());
        }
        removed.sort(Update::laterFirst);
        for (Path path : removed) {
            item = Edit.remove(item, path);
        }
        return item;
    }

    /** What {@code UPDATED_OLD} and {@code UPDATED_NEW} show of an item. */
    public Projection touched() {
        return new Projection(actions.stream().map(Action::path).toList());
    }

    private static int laterFirst(Path one, Path two) {
        int common = Math.min(one.steps().size(), two.steps().size());
        for (int i = 0; i < common; i++) {
            if (one.steps().get(i) instanceof Path.Step.Index left
                    && two.steps().get(i) instanceof Path.Step.Index right
                    && left.index() != right.index()) {
                return Integer.compare(right.index(), left.index());
            }
            if (!one.steps().get(i).equals(two.steps().get(i))) {
                return one.steps()
                        .get(i)
                        .toString()
                        .compareTo(two.steps().get(i).toString());
            }
        }
        return 0;
    }

    private record Written(Path path, AttributeValue value) {}
}
