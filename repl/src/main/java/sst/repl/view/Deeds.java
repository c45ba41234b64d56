package sst.repl.view;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done with what is deployed, such as calling a function; the model alone cannot. */
public interface Deeds {
    /** No deeds at all. */
    Deeds NONE = new Deeds() {
        @Override
        public List<Deed> of(Object view) {
            return List.of();
        }

        @Override
        public @Nullable Object run(Object view, String name, Object arguments) {
            throw new IllegalStateException(name);
        }
    };

    /** One of them, for completion and help. */
    record Deed(String name, String arguments, String doc) {}

    /** The deeds of one thing. */
    List<Deed> of(Object view);

    /** The deed of that name. */
    default Optional<Deed> find(Object view, String name) {
        return of(view).stream().filter(deed -> deed.name().equals(name)).findFirst();
    }

    /** Does it. */
    @Nullable
    Object run(Object view, String name, Object arguments);
}
