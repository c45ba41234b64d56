package sst.model.schema;

import java.util.Arrays;
import java.util.List;
import sst.model.diagnostic.Suggestion;
import sst.model.schema.written.Mismatch;
import sst.model.schema.written.Shown;

/** An enum: the constant, its written form ({@code toString}) or its name. */
record ChoiceType<E extends Enum<E>>(Class<E> type) implements PropType<E> {
    @Override
    public String description() {
        return "one of " + String.join(", ", choices());
    }

    @Override
    public E coerce(Object raw) {
        if (type.isInstance(raw)) {
            return type.cast(raw);
        }
        String text = raw instanceof CharSequence ? raw.toString() : "";
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.toString().equals(text) || each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Mismatch(
                        "expected " + description() + ", got " + Shown.of(raw),
                        Suggestion.nearest(text, choices())
                                .map(name -> "did you mean '" + name + "'?")
                                .orElse("")));
    }

    @Override
    public List<String> choices() {
        return Arrays.stream(type.getEnumConstants()).map(Enum::toString).toList();
    }
}
