package sst.runner.action;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sst.dsl.Evaluated;
import sst.model.app.AppModel;
import sst.model.diagnostic.Diagnostic;
import sst.runner.app.ConfigApp;
import sst.runner.assembly.AssemblyReader;
import sst.runner.lint.Linter;

/** Looks at a config without synthesizing it: everything that is wrong, and advice once nothing is. */
public final class LintAction {
    private final ConfigApp app;

    public LintAction(ConfigApp app) {
        this.app = app;
    }

    /** Errors first, each in the order of the files. */
    public List<Diagnostic> lint() {
        Evaluated checked = app.check();
        List<Diagnostic> found = new ArrayList<>(checked.diagnostics());
        boolean isSound = found.stream().noneMatch(Diagnostic::isError);
        Optional<AppModel> model = checked.app().filter(each -> isSound);
        model.ifPresent(each -> found.addAll(Linter.advice(each, lastAssembly(each))));
        return found;
    }

    private Optional<sst.runner.assembly.Assembly> lastAssembly(AppModel model) {
        Optional<Path> folder = app.lastAssembly(model);
        return folder.map(AssemblyReader::read);
    }
}
