package sst.model.app;

import sst.model.construct.ConstructHandle;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.Suggestion;

/** Another stack's constructs: {@code use('data').Notes}. */
public final class StackHandle {
    private final StackBlock stack;

    StackHandle(StackBlock stack) {
        this.stack = stack;
    }

    /** The construct of that id. */
    public ConstructHandle<?> get(String id) {
        return stack.find(id).orElseThrow(() -> Diagnostic.error(
                        Code.UNKNOWN_CONSTRUCT, "stack '" + stack.name() + "' has no construct '" + id + "'")
                .hint(Suggestion.hint(id, stack.ids()))
                .subject(id)
                .asError());
    }
}
