package sst.runner.lint;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import sst.model.app.AppModel;
import sst.model.app.Defaults;
import sst.model.construct.Attachment;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.function.FunctionProps;
import sst.model.ref.ConstructId;
import sst.model.value.Access;
import sst.model.value.Binding;

/** Functions are bound to what they use, with what they do with it. */
final class Bindings implements Advice {
    /** The classes whose bindings can grant less than everything. */
    private static final Set<String> SHADED = Set.of("Bucket", "EventBus", "KinesisStream", "Queue", "Table", "Topic");

    @Override
    public Stream<Diagnostic> of(AppModel app) {
        return Stream.concat(shared(app), full(app));
    }

    private static Stream<Diagnostic> shared(AppModel app) {
        Defaults defaults = app.props().defaults();
        FunctionProps function = defaults == null ? null : defaults.function();
        if (function == null) {
            return Stream.of();
        }
        long functions = AppFunctions.of(app).count();
        return function.bind().stream().map(each -> Advice.at(
                        each.at(),
                        Code.SHARED_BINDING,
                        "all " + functions + " functions of the app are bound to " + name(each.target()))
                .hint("bind it in the functions that use it")
                .subject("bind"));
    }

    private static Stream<Diagnostic> full(AppModel app) {
        Stream<Diagnostic> written =
                AppFunctions.of(app).flatMap(each -> full(each.own().bind(), each.at()));
        Stream<Diagnostic> attached = app.stacks().stream()
                .flatMap(stack -> stack.constructs().stream())
                .flatMap(Bindings::attached);
        return Stream.concat(written, attached);
    }

    private static Stream<Diagnostic> attached(ConstructModel construct) {
        return construct.attachments().stream().map(Attachment::bindings).flatMap(each -> full(each, construct.at()));
    }

    private static Stream<Diagnostic> full(List<Binding> bindings, SourceRef otherwise) {
        return bindings.stream()
                .filter(each -> each.access() == Access.ALL && each.statements().isEmpty())
                .filter(each -> SHADED.contains(each.target().type()))
                .map(each -> Advice.at(
                                each.at().isKnown() ? each.at() : otherwise,
                                Code.FULL_ACCESS,
                                "binding " + name(each.target()) + " grants every action on it")
                        .hint("write bind " + variable(each.target()) + ", 'read' (or 'write', 'readWrite')")
                        .subject("bind"));
    }

    private static String name(ConstructId target) {
        return target.type().toLowerCase(Locale.ROOT) + " '" + target.id() + "'";
    }

    private static String variable(ConstructId target) {
        return target.id().substring(0, 1).toLowerCase(Locale.ROOT)
                + target.id().substring(1);
    }
}
