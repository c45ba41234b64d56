package sst.model.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A list; one value alone is a list of one, and calls add up. */
record ListType<T>(PropType<T> item) implements PropType<List<T>> {
    @Override
    public String description() {
        return "a list, each " + item.description();
    }

    @Override
    public List<T> coerce(Object raw) {
        List<?> items = items(raw);
        return items.stream().map(each -> item.coerce(each)).toList();
    }

    private List<?> items(Object raw) {
        if (raw instanceof List<?> list) {
            return item.isOneValue(list) ? List.of(list) : list;
        }
        if (raw instanceof Object[] array) {
            return Arrays.asList(array);
        }
        return List.of(raw);
    }

    @Override
    public List<T> merge(List<T> earlier, List<T> later) {
        List<T> both = new ArrayList<>(earlier);
        later.stream().filter(each -> !both.contains(each)).forEach(both::add);
        return both.stream().filter(item::coversAll).findFirst().map(List::of).orElse(List.copyOf(both));
    }

    @Override
    public List<String> choices() {
        return item.choices();
    }

    @Override
    public Optional<BlockSchema<?>> block() {
        return item.block();
    }

    @Override
    public List<BlockSchema<?>> blocks() {
        return item.blocks();
    }
}
