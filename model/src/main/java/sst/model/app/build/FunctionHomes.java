package sst.model.app.build;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.app.StackModel;
import sst.model.construct.Addition;
import sst.model.construct.ConstructModel;
import sst.model.ref.ConstructId;

/** In which stack a function of a construct lives: its own, or the one that added the function. */
final class FunctionHomes {
    private final Map<ConstructId, Map<String, Record>> additions = new HashMap<>();

    FunctionHomes(List<StackModel> stacks) {
        stacks.forEach(stack -> stack.constructs().forEach(construct -> note(stack.name(), construct.props())));
    }

    private void note(String stack, Record props) {
        if (props instanceof Addition addition) {
            additions.computeIfAbsent(addition.to(), id -> new HashMap<>()).put(stack, addition.props());
        }
    }

    /** The stack of the function with that key; the construct's own for an empty key, which means all. */
    String of(ConstructModel construct, String key) {
        return additions.getOrDefault(construct.id(), Map.of()).entrySet().stream()
                .filter(each -> has(each.getValue(), key))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(construct.id().stack());
    }

    private static boolean has(Record props, String key) {
        for (RecordComponent component : props.getClass().getRecordComponents()) {
            if (value(props, component) instanceof Map<?, ?> entries
                    && entries.keySet().stream().anyMatch(each -> isOf(String.valueOf(each), key))) {
                return true;
            }
        }
        return false;
    }

    /** A rule of a bus has functions of its own, such as {@code rule/0}. */
    private static boolean isOf(String entry, String key) {
        String plain = key.replaceAll("\\s+", " ");
        return plain.equals(entry) || plain.startsWith(entry + "/");
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException("record " + record.getClass() + " cannot be read", unreadable);
        }
    }
}
