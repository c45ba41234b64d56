package sst.repl.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sst.model.app.AppModel;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.SourceRef;
import sst.model.function.FunctionDefinition;
import sst.repl.view.Records;

/** Compares two models, prop by prop; where something was written does not count. */
public final class ModelChanges {
    private final List<ModelChange> found = new ArrayList<>();

    private ModelChanges() {}

    /** What the later model has otherwise than the earlier one. */
    public static List<ModelChange> between(AppModel earlier, AppModel later) {
        ModelChanges changes = new ModelChanges();
        changes.compare(new Place("", "app", ""), earlier.props(), later.props());
        changes.each(byName(earlier.stacks()), byName(later.stacks()), (name, before, after) -> {
            if (before == null || after == null) {
                changes.add(new Place(name, "stack " + name, ""), before, after);
            }
            changes.stack(name, before, after);
        });
        return List.copyOf(changes.found);
    }

    private static Map<String, StackModel> byName(List<StackModel> stacks) {
        return index(stacks, StackModel::name);
    }

    private static <T> Map<String, T> index(List<T> all, Function<T, String> key) {
        Map<String, T> index = new LinkedHashMap<>();
        all.forEach(each -> index.put(key.apply(each), each));
        return index;
    }

    private void stack(String name, @Nullable StackModel before, @Nullable StackModel after) {
        each(constructs(before), constructs(after), (id, one, other) -> construct(name, one, other));
        if (before != null && after != null) {
            compare(new Place(name, name, "options"), before.options(), after.options());
            compare(new Place(name, name, "defaults"), before.functionDefaults(), after.functionDefaults());
            compare(new Place(name, name, "outputs"), before.outputs(), after.outputs());
            compare(new Place(name, name, "dependsOn"), before.dependsOn(), after.dependsOn());
            compare(
                    new Place(name, name, "cdk"),
                    before.cdkBlocks().size(),
                    after.cdkBlocks().size());
        }
    }

    private static Map<String, ConstructModel> constructs(@Nullable StackModel stack) {
        return stack == null
                ? Map.of()
                : index(
                        stack.constructs(),
                        each -> each.id().type() + "/" + each.id().id());
    }

    private void construct(String stack, @Nullable ConstructModel before, @Nullable ConstructModel after) {
        String id = Objects.requireNonNull(after == null ? before : after).id().id();
        if (before == null || after == null) {
            add(new Place(stack, id, ""), before, after);
            return;
        }
        compare(new Place(stack, id, ""), before.props(), after.props());
        compare(new Place(stack, id, "bind"), before.attachments(), after.attachments());
        compare(
                new Place(stack, id, "cdk"),
                before.hooks().size(),
                after.hooks().size());
    }

    private void compare(Place place, @Nullable Object before, @Nullable Object after) {
        if (same(before, after)) {
            return;
        }
        if (isParted(before, after)) {
            each(parts(before), parts(after), (name, was, is) -> {
                Object some = is == null ? was : is;
                boolean isWrapper = some instanceof FunctionDefinition || name.equals("props");
                compare(isWrapper ? place : place.below(name), was, is);
            });
            return;
        }
        boolean areMaps = before instanceof Map || (Records.isNothing(before) && after instanceof Map);
        if (areMaps && (after instanceof Map || Records.isNothing(after))) {
            each(texts(before), texts(after), (key, was, is) -> entry(place.entry(key, was, is), was, is));
            return;
        }
        add(place, before, after);
    }

    /** Whether the values are records of props, at least one of them there, which are compared prop by prop. */
    private static boolean isParted(@Nullable Object before, @Nullable Object after) {
        boolean fits = before == null || after == null || before.getClass() == after.getClass();
        Object some = after == null ? before : after;
        return fits && some instanceof Record record && !isScalar(record);
    }

    /** Values such as sizes are records too; they have a text of their own, and nobody sets a part of one. */
    private static boolean isScalar(Record record) {
        return !record.toString().startsWith(record.getClass().getSimpleName() + "[");
    }

    private static Map<String, @Nullable Object> parts(@Nullable Object record) {
        return record == null ? Map.of() : Records.components((Record) record);
    }

    private static Map<String, Object> texts(@Nullable Object map) {
        Map<String, Object> texts = new LinkedHashMap<>();
        if (map instanceof Map<?, ?> all) {
            all.forEach((key, value) -> texts.put(String.valueOf(key), value));
        }
        return texts;
    }

    private void entry(Place place, @Nullable Object before, @Nullable Object after) {
        if (before == null || after == null) {
            add(place, before, after);
        } else {
            compare(place, before, after);
        }
    }

    private static boolean same(@Nullable Object before, @Nullable Object after) {
        if (Records.isNothing(before) && Records.isNothing(after)) {
            return true;
        }
        if (before instanceof SourceRef && after instanceof SourceRef) {
            return true;
        }
        if (before instanceof Record one && after instanceof Record other && one.getClass() == other.getClass()) {
            Map<String, @Nullable Object> left = Records.components(one);
            Map<String, @Nullable Object> right = Records.components(other);
            return left.keySet().stream().allMatch(name -> same(left.get(name), right.get(name)));
        }
        if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
            return one.keySet().equals(other.keySet())
                    && one.keySet().stream().allMatch(key -> same(one.get(key), other.get(key)));
        }
        if (before instanceof List<?> one && after instanceof List<?> other) {
            boolean isSame = one.size() == other.size();
            for (int i = 0; isSame && i < one.size(); i++) {
                isSame = same(one.get(i), other.get(i));
            }
            return isSame;
        }
        return Objects.equals(before, after);
    }

    private void add(Place place, @Nullable Object before, @Nullable Object after) {
        found.add(new ModelChange(place.stack(), place.what(), place.prop(), before, after));
    }

    private <T> void each(Map<String, T> before, Map<String, T> after, Pair<T> pair) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(name -> pair.take(name, before.get(name), after.get(name)));
    }

    private interface Pair<T> {
        void take(String name, @Nullable T before, @Nullable T after);
    }

    /** Where in the model a comparison is. */
    private record Place(String stack, String what, String prop) {
        Place below(String name) {
            return new Place(stack, what, prop.isEmpty() ? name : prop + "." + name);
        }

        /** Entries that are functions are things of their own; other entries are parts of their prop. */
        Place entry(String key, @Nullable Object before, @Nullable Object after) {
            boolean isThing = before instanceof Record || after instanceof Record;
            return isThing && !what.equals("app") ? new Place(stack, what + "/" + key, "") : below(key);
        }
    }
}
