package sst.model.app.build;

import java.util.function.Supplier;
import sst.model.construct.ConstructHandle;
import sst.model.construct.ConstructModel;
import sst.model.construct.StackScope;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.Suggestion;

/** Another stack's constructs: {@code use('data').Notes}. */
public final class StackHandle implements StackScope {
    private final StackBlock stack;

    StackHandle(StackBlock stack) {
        this.stack = stack;
    }

    @Override
    public String name() {
        return stack.name();
    }

    @Override
    public void take(Supplier<ConstructModel> addition) {
        stack.take(addition);
    }

    /** The construct of that id. */
    public ConstructHandle<?> get(String id) {
        return stack.find(id).orElseThrow(() -> Diagnostic.error(
                        Code.UNKNOWN_CONSTRUCT, "stack '" + stack.name() + "' has no construct '" + id + "'")
                .hint(Suggestion.hint(id, stack.ids()))
                .subject(id)
                .asError());
    }

    /** The construct of that id as what it is, for languages with types. */
    public <H extends ConstructHandle<?>> H get(String id, Class<H> type) {
        ConstructHandle<?> found = get(id);
        if (!type.isInstance(found)) {
            throw Diagnostic.error(Code.WRONG_TYPE, found + " is no " + type.getSimpleName())
                    .subject(id)
                    .asError();
        }
        return type.cast(found);
    }
}
