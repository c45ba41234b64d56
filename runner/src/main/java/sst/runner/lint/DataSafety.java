package sst.runner.lint;

import java.util.Set;
import java.util.stream.Stream;
import sst.model.app.AppModel;
import sst.model.app.Removal;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;

/** A production stage keeps its data. */
final class DataSafety implements Advice {
    private static final Set<String> STAGES = Set.of("prod", "production", "live", "main");

    @Override
    public Stream<Diagnostic> of(AppModel app) {
        boolean isExposed = app.props().removal() == Removal.DESTROY
                && !Boolean.TRUE.equals(app.props().protect());
        return isExposed && STAGES.contains(app.stage())
                ? Stream.of(Advice.at(
                                app.stacks().get(0).at(),
                                Code.UNPROTECTED_DATA,
                                "stage '" + app.stage() + "' can be removed, and its data with it")
                        .hint("write in app { }: removal stage == '" + app.stage()
                                + "' ? 'retain' : 'destroy'; protect stage == '" + app.stage() + "'"))
                : Stream.of();
    }
}
