package sst.repl.session;

import java.util.List;

/**
 * One line that changed the model.
 *
 * @param language the name of the language that it is in
 * @param text as it was typed
 * @param changes what it changed
 * @param undo brings the model back to what it was before
 */
public record Edit(String language, String text, List<ModelChange> changes, Runnable undo) {
    public Edit {
        changes = List.copyOf(changes);
    }
}
