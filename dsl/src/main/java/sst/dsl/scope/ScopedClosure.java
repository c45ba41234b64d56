package sst.dsl.scope;

import groovy.lang.Closure;
import java.util.function.Function;
import sst.model.schema.written.Body;

/**
 * A closure of the config as the model sees it: the body of a block (consumer), or code that runs with CDK (function).
 */
final class ScopedClosure implements Body, Function<Object, Object> {
    private final ScopeRunner runner;
    private final Closure<?> closure;

    ScopedClosure(ScopeRunner runner, Closure<?> closure) {
        this.runner = runner;
        this.closure = closure;
    }

    @Override
    public void accept(Object block) {
        runner.run(closure, block);
    }

    @Override
    public Object apply(Object given) {
        Closure<?> body = (Closure<?>) closure.clone();
        body.setDelegate(given);
        body.setResolveStrategy(Closure.DELEGATE_FIRST);
        return body.call(given);
    }
}
