package sst.constructs.bind;

import java.util.List;
import java.util.Map;
import sst.constructs.cdk.CdkErrors;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.AppFunction;
import sst.constructs.construct.Bound;
import sst.constructs.construct.Grant;
import sst.constructs.construct.Grantee;
import sst.constructs.construct.Values;
import sst.constructs.host.Errors;
import sst.model.construct.Attachment;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Suggestion;
import sst.model.value.Binding;
import sst.model.value.Permission;
import sst.model.value.Statement;

/**
 * Gives functions what the config says they may see and do. Runs after all constructs are made, so that a function may
 * know a construct which in turn calls it.
 */
public final class Wiring {
    private final Values values;
    private final Permissions permissions;

    public Wiring(Values values) {
        this.values = values;
        this.permissions = new Permissions(values);
    }

    /** Wires the functions that a construct made, and what was attached to any of its functions later. */
    public void wire(ConstructModel model, AppConstruct construct) {
        CdkErrors.at(model.at(), () -> {
            construct.functions().values().stream()
                    .filter(AppConstruct.Member::isOwn)
                    .forEach(member -> wireOwn(member.function()));
            construct.grantees().forEach(this::grant);
            model.attachments().forEach(attachment -> attach(model, construct, attachment));
            return model;
        });
    }

    private void wireOwn(AppFunction function) {
        function.props().environment().forEach((name, value) -> function.environment(name, values.text(value)));
        function.props().bind().forEach(binding -> bind(function, binding));
        function.props().permissions().forEach(permission -> allow(function, permission));
    }

    private void grant(Grantee grantee) {
        grantee.permissions().forEach(each -> permissions.grants(each).forEach(grantee.allow()));
    }

    private void attach(ConstructModel model, AppConstruct construct, Attachment attachment) {
        for (AppFunction function : targets(model, construct.functions(), attachment.target())) {
            attachment.bindings().forEach(binding -> bind(function, binding));
            attachment.permissions().forEach(permission -> allow(function, permission));
        }
    }

    private static List<AppFunction> targets(
            ConstructModel model, Map<String, AppConstruct.Member> functions, String target) {
        if (target.isEmpty()) {
            return functions.values().stream()
                    .map(AppConstruct.Member::function)
                    .toList();
        }
        AppConstruct.Member member = functions.get(target.replaceAll("\\s+", " "));
        if (member == null) {
            throw Errors.of(Code.INVALID_VALUE, "'" + model.id().id() + "' has no function for '" + target + "'")
                    .hint(Suggestion.hint(target, functions.keySet()))
                    .subject(target)
                    .asError();
        }
        return List.of(member.function());
    }

    private void bind(AppFunction function, Binding binding) {
        Bound bound = values.construct(binding.target()).bound(binding.access());
        if (!bound.isBindable()) {
            throw Errors.of(Code.UNSUPPORTED, binding.target().path() + " cannot be bound")
                    .asError();
        }
        bound.properties().forEach((name, value) -> function.environment(bound.variable(name), value.variable()));
        grants(bound, binding).forEach(function::allow);
    }

    private List<Grant> grants(Bound bound, Binding binding) {
        List<Statement> own = binding.statements();
        return own.isEmpty()
                ? bound.grants().apply(binding.access())
                : own.stream().map(permissions::stated).toList();
    }

    private void allow(AppFunction function, Permission permission) {
        permissions.grants(permission).forEach(function::allow);
    }
}
