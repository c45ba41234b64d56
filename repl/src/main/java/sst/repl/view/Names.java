package sst.repl.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds things by the name that a user types: as it is, or with a small first letter. */
public final class Names {
    private Names() {}

    /** {@code Api} as {@code api}; constructs are often written with a capital, variables are not. */
    public static String small(String id) {
        return id.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + id.substring(1);
    }

    /** The one of that name, else the one whose name differs only in its first letter. */
    public static <T> Optional<T> find(List<T> all, Function<? super T, String> name, String wanted) {
        Optional<T> exact =
                all.stream().filter(each -> name.apply(each).equals(wanted)).findFirst();
        return exact.isPresent()
                ? exact
                : all.stream()
                        .filter(each -> small(name.apply(each)).equals(wanted))
                        .findFirst();
    }
}
