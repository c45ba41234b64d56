package sst.dsl.scope;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.model.gateway.RoutesBlock;
import sst.model.schema.MapBlock;

/** A block whose names are the user's own; routes also have a method for each HTTP method. */
final class MapScope extends Scope {
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete", "head", "options", "any");

    private final MapBlock<?> block;

    MapScope(ScopeRunner runner, MapBlock<?> block) {
        super(runner);
        this.block = block;
    }

    @Override
    String label() {
        return block instanceof RoutesBlock<?> ? "routes" : "this block";
    }

    @Override
    Collection<String> names() {
        return block instanceof RoutesBlock<?>
                ? List.of("get", "post", "put", "patch", "delete", "any", "route")
                : List.of();
    }

    @Override
    @Nullable
    Object called(String name, Object[] arguments) {
        if (Reported.isIn(Arrays.asList(arguments))) {
            return null;
        }
        boolean isRoutes = block instanceof RoutesBlock<?>;
        if (isRoutes && (VERBS.contains(name) || name.equals("route"))) {
            Call call = Call.of(arguments);
            String key = VERBS.contains(name) ? name.toUpperCase(Locale.ROOT) + " " + call.name() : call.name();
            keepingErrors(name, () -> block.entry(key, call.value(runner())));
        } else if (isRoutes && !name.contains(" ") && !name.startsWith("$")) {
            runner().findings().addAll(unknown(name, arguments).diagnostics());
            return new Reported();
        } else {
            keepingErrors(name, () -> block.entry(name, runner().takenDeeply(valueOf(arguments))));
        }
        return null;
    }

    @Override
    void assigned(String name, Object value) {
        keepingErrors(name, () -> block.entry(name, value));
    }

    /** The block's own names for reading, nothing else: an unknown word here is a mistake. */
    @Override
    public @Nullable Object getProperty(String name) {
        return super.getProperty(name);
    }

    /** The parts of {@code get '/x', handler: 'a.b'}, which Groovy hands over as (map, '/x'). */
    private record Call(String name, Map<?, ?> named, List<Object> rest) {
        static Call of(Object[] arguments) {
            List<Object> all = Arrays.asList(arguments);
            Map<?, ?> named =
                    all.isEmpty() || !(all.get(0) instanceof Map<?, ?> map) || all.size() == 1 ? Map.of() : map;
            List<Object> others = named.isEmpty() ? all : all.subList(1, all.size());
            String name = others.isEmpty() ? "" : String.valueOf(others.get(0));
            return new Call(name, named, others.isEmpty() ? List.of() : others.subList(1, others.size()));
        }

        Object value(ScopeRunner runner) {
            Object own = named.isEmpty() ? valueOf(rest.toArray()) : named;
            return runner.takenDeeply(own);
        }
    }
}
