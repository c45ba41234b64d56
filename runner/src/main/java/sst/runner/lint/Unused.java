package sst.runner.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import sst.model.app.AppModel;
import sst.model.app.build.References;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.ref.ConstructId;

/** Secrets and parameters are there for some function. */
final class Unused implements Advice {
    private static final Set<String> FOR_FUNCTIONS = Set.of("Secret", "Parameter");

    @Override
    public Stream<Diagnostic> of(AppModel app) {
        Set<ConstructId> used = used(app);
        return constructs(app)
                .filter(each -> FOR_FUNCTIONS.contains(each.id().type()) && !used.contains(each.id()))
                .map(each -> {
                    String type = each.id().type().toLowerCase(Locale.ROOT);
                    return Advice.at(
                                    each.at(),
                                    Code.UNUSED,
                                    "no function is bound to " + type + " '"
                                            + each.id().id() + "'")
                            .hint("bind it where it is used, or remove it")
                            .subject(each.id().id());
                });
    }

    private static Set<ConstructId> used(AppModel app) {
        Set<ConstructId> used = new HashSet<>(References.in(app.props()));
        app.stacks().forEach(stack -> {
            used.addAll(References.in(stack.outputs()));
            if (stack.functionDefaults() != null) {
                used.addAll(References.in(stack.functionDefaults()));
            }
        });
        constructs(app).forEach(each -> used.addAll(References.in(List.of(each.props(), each.attachments()))));
        return used;
    }

    private static Stream<ConstructModel> constructs(AppModel app) {
        return app.stacks().stream().flatMap(stack -> stack.constructs().stream());
    }
}
