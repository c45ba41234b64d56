package sst.local.dynamodb.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ListValue;
import sst.local.dynamodb.value.MapValue;

/** Cuts an item down to some paths; maps keep their shape, lists close up in index order. */
public record Projection(List<Path> paths) {
    public Projection {
        paths = List.copyOf(paths);
    }

    /** The parts of the item that the paths name. */
    public Item of(Item item) {
        Tree wanted = new Tree();
        paths.forEach(path -> wanted.want(path.steps()));
        Map<String, AttributeValue> kept = new LinkedHashMap<>();
        item.attributes().forEach((name, value) -> {
            Tree part = wanted.names.get(name);
            AttributeValue cut = part == null ? null : part.cut(value);
            if (cut != null) {
                kept.put(name, cut);
            }
        });
        return new Item(kept);
    }

    private static final class Tree {
        private final Map<String, Tree> names = new LinkedHashMap<>();
        private final Map<Integer, Tree> indexes = new TreeMap<>();

        void want(List<Path.Step> steps) {
            Tree at = this;
            for (Path.Step step : steps) {
                at = step instanceof Path.Step.Index index
                        ? at.indexes.computeIfAbsent(index.index(), i -> new Tree())
                        : at.names.computeIfAbsent(step.toString(), n -> new Tree());
            }
        }

        @Nullable
        AttributeValue cut(AttributeValue value) {
            if (names.isEmpty() && indexes.isEmpty()) {
                return value;
            }
            if (value instanceof MapValue map && !names.isEmpty()) {
                return cutMap(map);
            }
            return value instanceof ListValue list && !indexes.isEmpty() ? cutList(list) : null;
        }

        private @Nullable AttributeValue cutMap(MapValue map) {
            Map<String, AttributeValue> kept = new LinkedHashMap<>();
            map.entries().forEach((name, value) -> {
                Tree part = names.get(name);
                AttributeValue cut = part == null ? null : part.cut(value);
                if (cut != null) {
                    kept.put(name, cut);
                }
            });
            return kept.isEmpty() ? null : new MapValue(kept);
        }

        private @Nullable AttributeValue cutList(ListValue list) {
            List<AttributeValue> kept = new ArrayList<>();
            indexes.forEach((index, part) -> {
                AttributeValue cut = index < list.elements().size()
                        ? part.cut(list.elements().get(index))
                        : null;
                if (cut != null) {
                    kept.add(cut);
                }
            });
            return kept.isEmpty() ? null : new ListValue(kept);
        }
    }
}
