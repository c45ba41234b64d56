package sst.repl.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a line that ran against the model.
 *
 * @param value what it evaluated to
 * @param changes what it changed; empty when it only looked
 */
public record Transaction(@Nullable Object value, List<ModelChange> changes) {
    public Transaction {
        changes = List.copyOf(changes);
    }
}
