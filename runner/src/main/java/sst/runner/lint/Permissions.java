package sst.runner.lint;

import java.util.List;
import java.util.stream.Stream;
import sst.model.app.AppModel;
import sst.model.app.Defaults;
import sst.model.construct.Attachment;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.function.FunctionProps;
import sst.model.value.Permission;

/** Permissions name the actions that a function needs. */
final class Permissions implements Advice {
    @Override
    public Stream<Diagnostic> of(AppModel app) {
        Stream<Diagnostic> written = AppFunctions.of(app)
                .flatMap(each -> broad("function " + each.name(), each.own().permissions(), each.at()));
        Stream<Diagnostic> attached = app.stacks().stream()
                .flatMap(stack -> stack.constructs().stream())
                .flatMap(construct -> construct.attachments().stream()
                        .map(Attachment::permissions)
                        .flatMap(each -> broad(construct.id().id(), each, construct.at())));
        return Stream.of(written, attached, defaults(app)).flatMap(each -> each);
    }

    private static Stream<Diagnostic> defaults(AppModel app) {
        Defaults defaults = app.props().defaults();
        FunctionProps function = defaults == null ? null : defaults.function();
        return function == null
                ? Stream.of()
                : broad(
                        "every function of the app",
                        function.permissions(),
                        app.stacks().get(0).at());
    }

    private static Stream<Diagnostic> broad(String who, List<Permission> permissions, SourceRef at) {
        return permissions.stream().flatMap(each -> {
            if (each instanceof Permission.Everything) {
                return Stream.of(Advice.at(at, Code.BROAD_PERMISSION, who + " may do everything in the account")
                        .hint("bind what it uses, or name actions: permissions 's3:GetObject'")
                        .subject("permissions"));
            }
            boolean isService =
                    each instanceof Permission.Action action && action.action().equals("*");
            return isService ? Stream.of(service(who, ((Permission.Action) each).service(), at)) : Stream.of();
        });
    }

    private static Diagnostic service(String who, String service, SourceRef at) {
        return Advice.at(at, Code.BROAD_PERMISSION, who + " may do everything with every resource of '" + service + "'")
                .hint("bind the resource, or name the action: '" + service + ":…'")
                .subject("permissions");
    }
}
