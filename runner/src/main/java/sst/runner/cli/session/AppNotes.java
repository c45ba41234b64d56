package sst.runner.cli.session;

import java.util.List;
import sst.model.diagnostic.Diagnostic;
import sst.runner.app.ConfigApp;
import sst.runner.ui.Ui;

/** Tells the user what is found in the config and done for it. */
record AppNotes(Ui ui) implements ConfigApp.Listener {
    @Override
    public void found(Diagnostic diagnostic) {
        ui.found(List.of(diagnostic));
    }

    @Override
    public void note(String line) {
        ui.say(line);
    }

    @Override
    public void warn(String line) {
        ui.warn(line);
    }
}
