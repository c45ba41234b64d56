package sst.dsl.docs;

import java.util.stream.Collectors;
import sst.model.construct.ConstructKind;

/** Small configs made of the examples that props declare. */
public final class Examples {
    private Examples() {}

    /** The construct with its required props alone. */
    public static String minimal(ConstructKind<?, ?> kind) {
        return with(kind, "");
    }

    /** The construct with its required props and one more, by name. */
    public static String with(ConstructKind<?, ?> kind, String prop) {
        String lines = kind.schema().props().stream()
                .filter(each -> each.required() || each.name().equals(prop))
                .map(each -> "    " + each.name() + " " + each.example() + "\n")
                .collect(Collectors.joining());
        String id = kind.type().equals("Secret") || kind.type().equals("Parameter") ? "API_KEY" : "My" + kind.type();
        return lines.isEmpty() ? kind.method() + "('" + id + "')" : kind.method() + "('" + id + "') {\n" + lines + "}";
    }
}
