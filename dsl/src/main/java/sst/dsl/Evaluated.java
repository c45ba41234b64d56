package sst.dsl;

import java.util.List;
import java.util.Optional;
import sst.model.app.AppModel;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.UserError;

/**
 * What came of a config.
 *
 * @param app the model; empty when something is wrong
 * @param diagnostics everything to tell the user, with columns where they are known
 * @param files the config's files as they were read, relative to the project
 */
public record Evaluated(Optional<AppModel> app, List<Diagnostic> diagnostics, List<String> files) {
    public Evaluated {
        diagnostics = List.copyOf(diagnostics);
        files = List.copyOf(files);
    }

    /**
     * The model.
     *
     * @throws UserError with the diagnostics when there is none
     */
    public AppModel orThrow() {
        return app.orElseThrow(() -> new UserError(diagnostics));
    }
}
