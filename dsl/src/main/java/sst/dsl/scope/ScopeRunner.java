package sst.dsl.scope;

import groovy.lang.Closure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.model.app.build.StackBlock;
import sst.model.ref.View;
import sst.model.schema.Block;
import sst.model.schema.MapBlock;

/** Runs closures of the config against blocks: on a clone, delegate only, at once. */
final class ScopeRunner {
    private final Globals globals;
    private final Findings findings;
    private @Nullable StackBlock open;

    ScopeRunner(Globals globals, Findings findings) {
        this.globals = globals;
        this.findings = findings;
    }

    Globals globals() {
        return globals;
    }

    Findings findings() {
        return findings;
    }

    void run(Closure<?> closure, Object target) {
        Scope scope = scopeOf(target);
        Closure<?> body = (Closure<?>) closure.clone();
        body.setDelegate(scope);
        body.setResolveStrategy(Closure.DELEGATE_ONLY);
        StackBlock outer = open;
        open = target instanceof StackBlock stack ? stack : outer;
        try {
            body.call(scope);
        } finally {
            open = outer;
        }
    }

    /** The stack whose block runs; every block in it may use other stacks. */
    Optional<Scope> openStack() {
        return open == null ? Optional.empty() : Optional.of(new StackScope(this, open));
    }

    private Scope scopeOf(Object target) {
        if (target instanceof Block<?> block) {
            return new BlockScope(this, block);
        }
        if (target instanceof StackBlock stack) {
            return new StackScope(this, stack);
        }
        if (target instanceof MapBlock<?> map) {
            return new MapScope(this, map);
        }
        throw new IllegalArgumentException("no scope for " + target.getClass());
    }

    /** The closure as the body of a block. */
    ScopedClosure body(Closure<?> closure) {
        return new ScopedClosure(this, closure);
    }

    /** The value as blocks take it: closures become bodies that run in a scope of their own. */
    Object taken(Object raw) {
        if (raw instanceof View view) {
            return view.subject();
        }
        return raw instanceof Closure<?> closure ? new ScopedClosure(this, closure) : raw;
    }

    /** The arguments of one call, as blocks take them. */
    Object[] taken(Object[] arguments) {
        Object[] taken = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            taken[i] = taken(arguments[i]);
        }
        return taken;
    }

    /** Map values may be closures too: {@code 'GET /x': { handler 'a.b' }}. */
    Object takenDeeply(Object raw) {
        if (raw instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new java.util.LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(key, takenDeeply(value)));
            return copy;
        }
        if (raw instanceof List<?> list) {
            return list.stream().map(this::takenDeeply).toList();
        }
        return taken(raw);
    }
}
