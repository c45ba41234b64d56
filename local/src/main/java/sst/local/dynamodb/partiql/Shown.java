package sst.local.dynamodb.partiql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.document.Projection;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;

/**
 * What a select shows of an item: each path's value under the name of its last step, unlike a projection expression, which
 * keeps the maps around it.
 */
record Shown(List<Path> paths) implements UnaryOperator<Item> {
    /** The paths as a projection, by which a source tells whether it has them; empty for everything. */
    Optional<Projection> projection() {
        return paths.isEmpty() ? Optional.empty() : Optional.of(new Projection(paths));
    }

    @Override
    public Item apply(Item item) {
        if (paths.isEmpty()) {
            return item;
        }
        Map<String, AttributeValue> shown = new LinkedHashMap<>();
        for (Path path : paths) {
            AttributeValue value = path.resolve(item);
            if (value != null) {
                shown.put(name(path), value);
            }
        }
        return new Item(shown);
    }

    private static String name(Path path) {
        StringBuilder name = new StringBuilder();
        for (Path.Step step : path.steps()) {
            if (step instanceof Path.Step.Name) {
                name.setLength(0);
            }
            name.append(step);
        }
        return name.toString();
    }
}
