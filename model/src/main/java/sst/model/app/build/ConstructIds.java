package sst.model.app.build;

import java.util.HashMap;
import java.util.Map;
import sst.model.construct.ConstructScope;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.schema.written.Restorable;

/**
 * The ids that are taken: unique per class across the app, '-' and '_' being equal, parameters and secrets sharing one
 * namespace (SST v2: {@code App.ts}, unique-id aspect).
 */
final class ConstructIds implements Restorable {
    private static final String ID = "[A-Za-z][A-Za-z0-9_-]*";

    private final Map<String, SourceRef> taken = new HashMap<>();

    @Override
    public Runnable remember() {
        Map<String, SourceRef> kept = new HashMap<>(taken);
        return () -> {
            taken.clear();
            taken.putAll(kept);
        };
    }

    void claim(ConstructScope scope) {
        String id = scope.id().id();
        if (!id.matches(ID)) {
            throw Diagnostic.error(Code.INVALID_NAME, "'" + id + "' is not an id")
                    .hint("use letters, digits, '-' and '_', beginning with a letter")
                    .subject(id)
                    .asError();
        }
        String type =
                scope.id().type().equals("Secret") ? "Parameter" : scope.id().type();
        SourceRef earlier = taken.putIfAbsent(type + "/" + id.replace('-', '_'), scope.at());
        if (earlier != null) {
            throw Diagnostic.error(
                            Code.DUPLICATE_ID,
                            "there is already a " + scope.id().type() + " '" + id + "'"
                                    + (earlier.isKnown() ? ", at " + earlier : ""))
                    .hint("give it another id")
                    .subject(id)
                    .asError();
        }
    }
}
