package sst.runner.lint;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sst.model.app.AppModel;
import sst.model.diagnostic.Diagnostic;
import sst.runner.assembly.Assembly;

/** All advice for an app. */
public final class Linter {
    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(
                    (Diagnostic each) -> each.at().file())
            .thenComparing(each -> each.at().line())
            .thenComparing(Diagnostic::code);

    private Linter() {}

    /**
     * The advice, in the order of the lines.
     *
     * @param assembly the app's assembly, if it is there and of the app as it stands; else resources are counted roughly
     */
    public static List<Diagnostic> advice(AppModel app, Optional<Assembly> assembly) {
        List<Advice> all = List.of(
                new Permissions(),
                new Bindings(),
                new DeadLetters(),
                new Timeouts(),
                new DataSafety(),
                new Unused(),
                new StackSizes(assembly));
        return all.stream()
                .flatMap(each -> each.of(app))
                .distinct()
                .sorted(BY_PLACE)
                .toList();
    }
}
